import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import manifest from '../../package.json';
import german from '../../package.nls.de.json';
import spanish from '../../package.nls.es.json';
import english from '../../package.nls.json';
import { specification, versions } from '../../src/core/spec/specification';
import { commandIds } from '../../src/extension/command-ids';

const { contributes } = manifest;

/** The schemas that a `%key%` stands for. */
function schemasOf(url: string): readonly string[] {
  const key = url.replaceAll('%', '');
  return [english, german, spanish].map(
    (texts: Readonly<Record<string, string>>) => texts[key] ?? `${url} is in no language`,
  );
}

describe('package.json', () => {
  it('contributes exactly the commands that there are', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), [...commandIds].sort());
  });

  it('calls its commands what the documentation calls them', () => {
    assert.deepEqual(
      contributes.commands.map(({ category, title }) => `${category}: ${inEnglish(title)}`),
      [
        'OneRoster: Open Sample Roster',
        'OneRoster: Show What Is Wrong with the Sample',
        'OneRoster: Connect Sample to Practice Server',
        'OneRoster: Connect to SFTP Server',
        'OneRoster: Preview Import',
        'OneRoster: Roster Report',
        'OneRoster: Package',
        'OneRoster: Package & Upload',
        'OneRoster: New Roster',
        'OneRoster: Convert Roster',
        'OneRoster: Write Converted Roster',
        'OneRoster: Fix Problems',
        'OneRoster: Schedule Nightly Upload',
        'OneRoster: Nightly Jobs',
        'OneRoster: Run Job Now',
        'OneRoster: Show Log of Job',
        'OneRoster: Show What Is Installed',
        'OneRoster: Disable Job',
        'OneRoster: Enable Job',
        'OneRoster: Remove Job',
        'OneRoster: Compare Rosters',
        'OneRoster: Review Changes',
        'OneRoster: Delivery History',
        'OneRoster: Show Remote Folder',
        'OneRoster: Check Again',
        'OneRoster: Show Problems',
        'OneRoster: Open Table Preview',
        'OneRoster: Go to Record',
        'OneRoster: Align Columns',
        'OneRoster: Select Column',
        'OneRoster: Insert Column',
        'OneRoster: Move Column',
        'OneRoster: Sort by Column',
        'OneRoster: Open File',
        'OneRoster: Open Record',
        'OneRoster: Open Enrollment',
        'OneRoster: Find All References',
        'OneRoster: Copy sourcedId',
        'OneRoster: Rename sourcedId',
        'OneRoster: Show Log',
        'OneRoster: Forget Saved Password',
      ],
    );
  });

  it('leads through first steps whose commands there are, and that are done when something has come of them', async () => {
    const milestones = await readFile('src/extension/tour/tour-progress.ts', 'utf8');
    for (const { description, completionEvents } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const command = /\]\(command:(.*)\)/.exec(inEnglish(description))?.[1];
      assert.ok(
        commandIds.some((id) => id === command),
        description,
      );
      const [context] = completionEvents.map((event) => event.replace('onContext:', ''));
      assert.ok(milestones.includes(`'${context ?? ''}'`), context);
    }
  });

  it('puts only its own commands into menus', () => {
    const used = Object.values(contributes.menus).flatMap((entries) => entries.map(({ command }) => command));
    for (const command of used)
      assert.ok(
        commandIds.some((id) => id === command),
        command,
      );
  });

  it('activates on every file name of the specification and of the configuration, and never always', () => {
    const expected = versions.flatMap((version) => {
      const { tables, manifest } = specification(version);
      return [...tables.map((table) => table.name), ...(manifest === undefined ? [] : [manifest.name])];
    });
    const names = /\{(.*)\}\.csv/.exec(manifest.activationEvents.join('\n'))?.[1]?.split(',');
    assert.deepEqual(names, [...new Set(expected)].sort());
    assert.ok(manifest.activationEvents.includes('workspaceContains:**/oneroster.config.json'));
    assert.ok(manifest.activationEvents.every((event) => /^(?:workspaceContains|onLanguage):/.test(event)));
  });

  it("claims no CSV files by name, so that other extensions' languages stay", () => {
    for (const language of contributes.languages) {
      assert.ok(!('extensions' in language) && !('filenamePatterns' in language), language.id);
      const names = 'filenames' in language ? language.filenames : [];
      assert.ok(
        names.every((name) => name === 'oneroster.config.json'),
        language.id,
      );
    }
  });

  it('knows a OneRoster header when it sees one, and no other', () => {
    const pattern = new RegExp(contributes.languages.find(({ id }) => id === 'oneroster')?.firstLine ?? '^$');
    for (const { header, file } of headers()) assert.match(header, pattern, file);
    for (const header of ['"sourcedId","status"', 'SourcedID,status', 'propertyName,value'])
      assert.match(header, pattern);
    for (const header of ['id,name', 'sourcedIds,name', 'name,sourcedId', 'propertyName,value,unit', '']) {
      assert.doesNotMatch(header, pattern);
    }
  });

  it('offers what works on a node of the tree there and nowhere else, and in the view what needs none', () => {
    const { commandPalette, 'view/title': title, 'view/item/context': context } = contributes.menus;
    const never = commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
    for (const command of never)
      assert.ok(
        context.some((entry) => entry.command === command),
        command,
      );
    for (const { when } of context) assert.match(when, /^view == oneroster\.rosters && viewItem (?:==|=~) /);
    for (const { command } of title) assert.ok(!never.includes(command), command);
    for (const { command, when } of contributes.keybindings) {
      assert.ok(never.includes(command), command);
      assert.equal(when, 'focusedView == oneroster.rosters');
    }
  });

  it('names only files that there are', async () => {
    const named = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.languages.flatMap((language) =>
        'configuration' in language ? [language.configuration ?? ''] : [],
      ),
      ...contributes.walkthroughs.flatMap(({ icon, steps }) => [
        icon,
        ...steps.map(({ media }) => media.svg),
      ]),
      ...contributes.jsonValidation.flatMap(({ url }) => schemasOf(url)),
    ];
    for (const path of named) assert.ok(existsSync(path), path);
    const build = await readFile('scripts/build.mjs', 'utf8');
    assert.match(build, /extension: 'src\/extension\/extension\.ts'/);
    assert.equal(manifest.main, './dist/extension.js');
  });

  it('explains every token type that the server sends', async () => {
    const features = await readFile('src/core/features/tokens.ts', 'utf8');
    const types = /type TokenType = ([^;]+);/.exec(features)?.[1]?.match(/[\w-]+/g) ?? [];
    assert.deepEqual(contributes.semanticTokenTypes.map(({ id }) => id).sort(), [...types].sort());
    const scopes = contributes.semanticTokenScopes.flatMap((each) => Object.keys(each.scopes));
    assert.deepEqual(scopes.sort(), [...types].sort());
  });

  it('runs where the files are, keeps VS Code’s promise to its lowest version, and asks for trust', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace']);
    assert.equal(manifest.engines.vscode, '^1.100.0');
    assert.equal(manifest.devDependencies['@types/vscode'], '1.100.0');
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    assert.equal(manifest.capabilities.virtualWorkspaces.supported, false);
  });
});

function inEnglish(text: string): string {
  const texts: Readonly<Record<string, string>> = english;
  return texts[text.replaceAll('%', '')] ?? text;
}

function headers(): readonly { readonly file: string; readonly header: string }[] {
  return versions.flatMap((version) => {
    const { tables, manifest } = specification(version);
    return [...tables, ...(manifest === undefined ? [] : [manifest])].map(({ file, columns }) => ({
      file,
      header: columns.map(({ name }) => name).join(','),
    }));
  });
}
