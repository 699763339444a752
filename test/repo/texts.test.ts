// Everything that people see has a text in each language, and no text is left over.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import {
  allTexts,
  bundles,
  checkBundle,
  languages,
  pathOf,
  readBundle,
} from '../../scripts/texts/all-texts.mjs';
import { recordCount } from '../../src/core/gate/record-count';
import { findLabels } from '../../scripts/texts/find-labels.mjs';
import { findTexts, findUnsaid } from '../../scripts/texts/find-texts.mjs';
import { namesIn as namesOnPage } from '../../scripts/texts/page-texts.mjs';
import { inOtherWords, schemaPaths } from '../../scripts/texts/schema-texts.mjs';

const howTo = 'CONTRIBUTING.md says how to add a text; "node scripts/texts/all-texts.mjs" lists them.';

/** What looks like a text of the engine and is none that the editor shows in the reader's language. */
const onlyEnglish = [
  // What a baseline says of itself, and a report of the command line of a rule.
  'src/core/config/baseline.ts: Problems that "oneroster validate" knows and accepts until the day given; only new ones count. Written by --write-baseline.',
  'src/core/delivery/secret-problem.ts: A password or a private key stands in a file that others get.',
  // Names of the facts, which stand beside the texts that are said for them.
  'src/core/gate/record-count.ts: learning objective of a line item',
  'src/core/gate/record-count.ts: learning objective of a result',
  'src/core/gate/record-count.ts: score scale of a line item',
  'src/core/gate/record-count.ts: score scale of a result',
  'src/core/gate/record-count.ts: set of demographics',
  // What stands in the files of schedules.
  'src/core/schedule/github-workflow.ts:       # The last delivery, to compare the next one with.',
  'src/core/schedule/logged-run.ts: The last run did not end',
  'src/core/schedule/logged-run.ts: The run ended by a bug',
  'src/core/schedule/systemd-units.ts: OneRoster every day at …: …',
  'src/core/schedule/windows-task.ts: Checks, packages and uploads a roster: …',
  // What only the command line shows, what is written and read, and the log.
  'src/node/convert-roster-input.ts: checking the result',
  'src/node/sftp/probe-target.ts: OneRoster connection test\n',
  'src/node/sftp/put-in-place.ts: not support this extended request',
  'src/server/read-texts.ts: The texts for … cannot be read: …',
];

async function sourcesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(({ name }) => name.endsWith('.ts') && !/\.(?:generated|d)\.ts$/.test(name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** What looks like the name of a file or a column, a value of two words in one, or a number. */
function namesIn(text: string): readonly string[] {
  const names = text.match(/\b[a-z]+[A-Z]\w*|\b\w+\.csv|\b\d+(?:\.\d+)*|\btobedeleted\b/g) ?? [];
  // The English plural of a name.
  return names.map((name) => name.replace(/^sourcedIds$/, 'sourcedId'));
}

describe('texts', () => {
  it('are handed over as literals, so that they can be found', async () => {
    const { texts, mistakes } = await allTexts();
    assert.deepEqual(mistakes, []);
    assert.ok(texts['bundle.l10n'].size > 800);
    assert.ok(texts.facts.size > 300);
    assert.ok(texts.pages.size > 400);
  });

  for (const language of languages) {
    for (const name of bundles) {
      const path = pathOf(name, language);
      it(`have an entry in ${path}, with the same placeholders, and there is no other`, async () => {
        const { texts } = await allTexts();
        const { missing, leftOver, placeholders } = await checkBundle(name, language, texts[name].keys());
        const lines = [
          ...listed(
            'Add, with their translations:',
            missing.map((text) => `${JSON.stringify(text)}: "…",   (${texts[name].get(text) ?? ''})`),
          ),
          ...listed('Take out:', leftOver.map(quoted)),
          ...listed('Use the same {placeholders} in:', placeholders.map(quoted)),
        ];
        assert.ok(lines.length === 0, [...lines, howTo].join('\n'));
      });
    }

    it(`of the facts keep the names and figures of files, columns and versions in ${language}`, async () => {
      const lost = Object.entries(await readBundle('facts', language)).flatMap(([english, text]) =>
        namesIn(english)
          .filter((name) => !text.includes(name))
          .map((name) => `${name}: ${text}`),
      );
      assert.deepEqual(lost, []);
    });
  }

  for (const language of languages) {
    it(`of pages keep code, links, sources, versions, and names of files and columns in ${language}`, async () => {
      const others = Object.entries(await readBundle('pages', language)).filter(
        ([english, text]) => namesOnPage(english).join() !== namesOnPage(text).join(),
      );
      assert.deepEqual(others, []);
      assert.deepEqual(namesOnPage('Set `a b` in users.csv, see [x](y.md): userIds of 1.2 (S1), {file}'), [
        '1.2',
        'S1',
        '](y.md)',
        '`a b`',
        'userIds',
        'users.csv',
        '{file}',
      ]);
    });
  }

  it('of schemas are exchanged, and nothing else of them', () => {
    const schema = {
      title: 'A',
      properties: {
        title: { description: 'B', enum: ['a', 'b'], enumDescriptions: ['C', 'D'] },
        d: [{ title: 'E' }],
      },
    };
    assert.deepEqual(
      inOtherWords(schema, (text) => text.toLowerCase()),
      {
        title: 'a',
        properties: {
          title: { description: 'b', enum: ['a', 'b'], enumDescriptions: ['c', 'd'] },
          d: [{ title: 'e' }],
        },
      },
    );
  });

  it('are packaged', async () => {
    const packaged = await listFiles({ packageManager: PackageManager.None });
    for (const language of languages) {
      const files = packaged.filter((file) => file.endsWith(`.${language}.json`));
      const read = bundles.filter((name) => name !== 'settings').map((name) => pathOf(name, language));
      const schemas = schemaPaths.map((path) => path.replace(/json$/, `${language}.json`));
      assert.deepEqual(files.sort(), [...read, ...schemas, `package.nls.${language}.json`].sort());
    }
    for (const folder of ['docs/profiles', 'docs/rules']) {
      const pages = (await readdir(folder)).map((name) => `${folder}/${name}`);
      assert.deepEqual(packaged.filter((file) => file.startsWith(`${folder}/`)).sort(), pages.sort());
    }
  });

  it('of the extension are handed to say(), but for those that only the log and receipts get', async () => {
    const files = await sourcesIn('src/extension');
    const others = ['The connection to the server has ended.'];
    const unsaid = (await findUnsaid(files)).filter((each) => !others.some((other) => each.endsWith(other)));
    assert.deepEqual(unsaid, [], `Write say('…'). ${howTo}`);
  });

  it('of the extension and its pages that are a word or two are said, too', async () => {
    const files = (await Promise.all(['src/extension', 'src/page'].map(sourcesIn))).flat();
    const internal = 'The connection to the server has ended.';
    const found = (await findLabels(files)).filter((each) => !each.endsWith(internal));
    assert.deepEqual(found, [], `Write say('…'). ${howTo}`);
  });

  it('of the engine and the server are said, too, but for those that only files, logs and the command line get', async () => {
    const files = (await Promise.all(['src/core', 'src/node', 'src/server'].map(sourcesIn))).flat();
    // Rules have their messages looked for by name, and practice servers answer programs.
    const others = /^src\/(?:core\/(?:rules|edits)|node\/practice)\/|overview-style/;
    const unsaid = (await findUnsaid(files.filter((file) => !others.test(file)))).map((each) =>
      each.replace(/:\d+: /, ': '),
    );
    assert.deepEqual(unsaid.sort(), [...onlyEnglish].sort(), `Write say('…') or sentence('…'). ${howTo}`);
  });

  it('of package.json stand in package.nls.json, and in every language', async () => {
    const manifest = await readFile('package.json', 'utf8');
    const used = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key);
    const files = ['package.nls.json', ...languages.map((language) => `package.nls.${language}.json`)];
    for (const file of files) {
      const texts = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, string>>;
      assert.deepEqual(Object.keys(texts).sort(), [...new Set(used)].sort(), file);
    }
  });

  it('of package.json that people read are none of its own', async () => {
    const manifest = JSON.parse(await readFile('package.json', 'utf8')) as {
      readonly contributes: object;
      readonly capabilities: object;
    };
    const own: string[] = [];
    const look = (value: unknown, key: string): void => {
      if (typeof value === 'string') {
        if (
          /^(?:title|description|markdownDescription|altText|label|contents)$/.test(key) &&
          !/^%.*%$|^OneRoster$/.test(value)
        )
          own.push(`${key}: ${value}`);
      } else if (typeof value === 'object' && value !== null) {
        for (const [name, each] of Object.entries(value)) look(each, Array.isArray(value) ? key : name);
      }
    };
    look([manifest.contributes, manifest.capabilities], '');
    assert.deepEqual(own, [], `Put these into package.nls.json and name them by %key%. ${howTo}`);
  });

  it('of what is counted are there for each kind of record', async () => {
    const files = (await readdir('schemas', { recursive: true })).filter((file) =>
      /^oneroster-[^/\\]+[/\\][^/\\]+\.json$/.test(file),
    );
    const { texts } = await allTexts();
    const names = new Set<string>();
    for (const file of files) {
      const { record } = JSON.parse(await readFile(join('schemas', file), 'utf8')) as { record?: string };
      if (record !== undefined) names.add(record);
    }
    assert.ok(names.size > 10);
    for (const name of names) {
      const [one, many] = [1, 2].map((count) => recordCount(count, name).english);
      assert.equal(one, `{count} ${name}`);
      assert.ok(many !== undefined && many !== '{count} records' && texts['bundle.l10n'].has(many), name);
      // "of a result" is of one alone.
      assert.doesNotMatch(many, /\ba\b/, name);
    }
  });

  it('lead to the same commands in each language', async () => {
    const commandsIn = (texts: object) =>
      Object.values(texts).flatMap((text) => String(text).match(/command:[\w.]+/g) ?? []);
    const english = JSON.parse(await readFile('package.nls.json', 'utf8')) as object;
    for (const language of languages) {
      const texts = JSON.parse(await readFile(`package.nls.${language}.json`, 'utf8')) as object;
      assert.deepEqual(commandsIn(texts), commandsIn(english), language);
    }
  });

  it('are found in conditions and where things are counted, and are missed where they are put together', async () => {
    const { texts, mistakes } = await findTexts(['test/repo/texts/spoken.ts']);
    assert.deepEqual(
      texts.map(({ text }) => text),
      ['Yes', 'No', '{count} record', '{count} records', 'apart', '{file} is gone.', 'Start again.', 'No'],
    );
    assert.deepEqual(mistakes, [
      'test/repo/texts/spoken.ts:11: say() takes a literal with {placeholders}',
      'test/repo/texts/spoken.ts:12: the values are not those of the {placeholders}',
      'test/repo/texts/spoken.ts:17: RosterError takes phrase() and sentence()',
      'test/repo/texts/spoken.ts:21: RosterError is English, for the log; phrase() and sentence() can be said',
    ]);
  });

  it('of labels, details, tooltips and parts of pages are found where nobody says them', async () => {
    assert.deepEqual(await findLabels(['test/repo/texts/labelled.ts']), [
      'test/repo/texts/labelled.ts:7: Ready',
      'test/repo/texts/labelled.ts:8: $(file) … · default',
      'test/repo/texts/labelled.ts:9:  · last',
      'test/repo/texts/labelled.ts:11: Name',
    ]);
  });
});
