// The lightbulb at the protocol: on marked-up texts, as an editor asks for it and applies what comes.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  ApplyWorkspaceEditParams,
  CodeAction,
  ShowMessageRequestParams,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import {
  applyFix,
  fixAll,
  ignoreProblem,
  suppress,
  type FixAllAnswer,
  type SuppressAnswer,
  type SuppressedProblem,
} from '../../src/core/protocol';
import type { Outcome } from '../../src/core/protocol';
import { parseConfig } from '../../src/node/parse-config';
import { uriOf } from '../../src/server/uris';
import { parseFixture } from '../support/fixture';
import { startServerClient, type ServerClient } from '../support/server-client';

const orgs = `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,"Nörth, High",[[School|value-case]],,
o2,,,South High,[[scool|invalid-value]],,
o3,,,[[ West|surrounding-whitespace]],school,,
`;

describe('code actions', () => {
  let folder = '';
  let client: ServerClient;
  const texts = new Map<string, string>();
  /** What the server wanted to have applied, and what it asked. */
  let applied: WorkspaceEdit[] = [];
  let asked: ShowMessageRequestParams[] = [];
  let answer = 'Write to Disk';

  async function start(fixture: string): Promise<void> {
    const { input } = parseFixture(fixture);
    for (const { path, content } of input.entries) {
      assert.ok('bytes' in content);
      await writeFile(join(folder, path), content.bytes);
      texts.set(path, new TextDecoder().decode(content.bytes));
    }
    client = await startServerClient(folder);
    client.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
      applied.push(edit);
      return { applied: true };
    });
    client.connection.onRequest('window/showMessageRequest', (params: ShowMessageRequestParams) => {
      asked.push(params);
      return params.actions?.find(({ title }) => title === answer) ?? null;
    });
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
  }

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-fixes-')));
    texts.clear();
    applied = [];
    asked = [];
    answer = 'Write to Disk';
  });

  afterEach(async () => {
    client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(name: string): Promise<void> {
    await client.open(join(folder, name), texts.get(name) ?? '');
  }

  /** The actions at the first occurrence of a text. */
  async function actionsAt(
    name: string,
    text: string,
    only?: readonly string[],
  ): Promise<readonly CodeAction[]> {
    const uri = uriOf(join(folder, name));
    const document = TextDocument.create(uri, 'csv', 1, texts.get(name) ?? '');
    const at = document.getText().indexOf(text);
    assert.ok(at >= 0, `${name} does not hold ${text}`);
    const position = document.positionAt(at);
    return client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    });
  }

  async function resolve(action: CodeAction | undefined): Promise<CodeAction> {
    assert.ok(action, 'there is no such action');
    return client.connection.sendRequest<CodeAction>('codeAction/resolve', action);
  }

  /** The text of a file after an edit. */
  function after(edit: WorkspaceEdit | undefined, name: string): string {
    const uri = uriOf(join(folder, name));
    const changes = (edit?.documentChanges ?? []).filter(isTextEdit);
    const edits = changes
      .filter((change) => change.textDocument.uri === uri)
      .flatMap((change) => change.edits);
    const document = TextDocument.create(uri, 'csv', 1, texts.get(name) ?? '');
    return TextDocument.applyEdits(
      document,
      edits.flatMap((each) => ('newText' in each ? [each] : [])),
    );
  }

  const has = (name: string, rule: string) =>
    client.diagnostics(join(folder, name)).some(({ code }) => code === rule);
  const named = (actions: readonly CodeAction[], title: string) =>
    actions.find((each) => each.title === title);

  it('takes a suppression that matches nothing out of the configuration, and no other one', async () => {
    const config = 'oneroster.config.json';
    const entry = (rule: string, value: string) =>
      `{ "rule": "${rule}", "file": "orgs.csv", "field": "type", "value": "${value}", "reason": "r" }`;
    const used = entry('value-case', 'School');
    const text = `{\n  "suppress": [\n    ${used}, // Nörth\n    ${entry('value-case', 'Gone')},\n    ${entry('no-such', 'x')}\n  ]\n}\n`;
    await start(orgs);
    client.stop();
    await writeFile(join(folder, config), text);
    texts.set(config, text);
    client = await startServerClient(folder);
    const path = join(folder, config);
    const unused = () => client.diagnostics(path).filter(({ code }) => code === 'suppressed-nothing');
    await client.until(() => unused().length >= 2, 'what matches nothing');
    await open(config);
    const uri = uriOf(path);
    const document = TextDocument.create(uri, 'jsonc', 1, text);
    const left: string[] = [];
    for (const diagnostic of unused()) {
      const [action, ...others] = await client.connection.sendRequest<CodeAction[]>(
        'textDocument/codeAction',
        {
          textDocument: { uri },
          range: diagnostic.range,
          context: { diagnostics: [diagnostic] },
        },
      );
      assert.equal(action?.title, 'Take out what matches nothing');
      assert.deepEqual(others, []);
      left.push(TextDocument.applyEdits(document, action.edit?.changes?.[uri] ?? []));
    }
    for (const each of left) {
      assert.ok(each.includes(used) && each.includes('// Nörth'), each);
      assert.deepEqual(
        parseConfig(each).problems.filter(({ severity }) => severity === 'error'),
        [],
      );
    }
    assert.ok(left.some((each) => !each.includes('Gone') && each.includes('no-such')));
    assert.ok(left.some((each) => each.includes('Gone') && !each.includes('no-such')));
    const moved = {
      ...unused()[0],
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
    };
    assert.deepEqual(
      await client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: moved.range,
        context: { diagnostics: [moved] },
      }),
      [],
    );
  });

  it('offers the fix of the problem at the cursor first, and it touches nothing else', async () => {
    await start(orgs);
    await open('orgs.csv');
    const actions = await actionsAt('orgs.csv', 'School');
    const [first] = actions;
    assert.equal(first?.title, 'Write "school"');
    assert.equal(first.isPreferred, true);
    assert.equal(first.diagnostics?.[0]?.code, 'value-case');
    assert.equal(first.edit, undefined, 'it is worked out when it is wanted');
    const { edit } = await resolve(first);
    assert.equal(after(edit, 'orgs.csv'), texts.get('orgs.csv')?.replace(',School,', ',school,'));
    assert.deepEqual(
      actions.slice(1).map(({ title }) => title),
      [
        'Fix all that is certain in orgs.csv',
        'Fix all that is certain in the roster',
        'Ignore "School" in type of orgs.csv, with a reason…',
        'What value-case means',
      ],
    );
  });

  it('does not prefer a guess', async () => {
    await start(orgs);
    await open('orgs.csv');
    const guess = named(await actionsAt('orgs.csv', 'scool'), 'Write "school"');
    assert.ok(guess);
    assert.equal(guess.isPreferred, undefined);
  });

  it('follows what was typed and is not saved', async () => {
    await start(orgs);
    await open('orgs.csv');
    await client.type(join(folder, 'orgs.csv'), 'o1,', 'o1-ä,');
    texts.set('orgs.csv', (texts.get('orgs.csv') ?? '').replace('o1,', 'o1-ä,'));
    const { edit } = await resolve((await actionsAt('orgs.csv', 'School'))[0]);
    assert.equal(after(edit, 'orgs.csv'), texts.get('orgs.csv')?.replace(',School,', ',school,'));
  });

  it('offers a fix for all places of a problem that stands for several', async () => {
    await start(`
=== users.csv
sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
u1,,,true,o1,student,a,,Ada,A,,,,[[NULL|literal-null]],,,,
u2,,,true,o1,student,b,,Bea,B,,,,NULL,,,,
u3,,,true,o1,student,c,,Cem,C,,,,NULL,,,,
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North,school,,
`);
    await open('users.csv');
    const actions = await actionsAt('users.csv', 'NULL');
    const ofAll = named(actions, 'Leave fields without a value empty, in all 3 places');
    const text = texts.get('users.csv') ?? '';
    assert.equal(after((await resolve(ofAll)).edit, 'users.csv'), text.replaceAll('NULL', ''));
    const here = named(actions, 'Leave the field empty');
    assert.equal(after((await resolve(here)).edit, 'users.csv'), text.replace('NULL', ''));
  });

  it('mends a file when it is saved: what is certain, in its own text', async () => {
    await start(orgs);
    await open('orgs.csv');
    const [action, ...others] = await actionsAt('orgs.csv', 'o1', ['source.fixAll.oneroster']);
    assert.equal(others.length, 0);
    assert.equal(action?.kind, 'source.fixAll.oneroster');
    const text = texts.get('orgs.csv') ?? '';
    assert.equal(
      after(action.edit, 'orgs.csv'),
      text.replace(',School,', ',school,').replace(', West,', ',West,'),
    );
    assert.deepEqual(await actionsAt('orgs.csv', 'o1', ['source.organizeImports']), []);
    assert.equal((await actionsAt('orgs.csv', 'o1', ['source.fixAll'])).length, 1);
    assert.ok((await actionsAt('orgs.csv', 'o1', ['quickfix'])).every(({ kind }) => kind === 'quickfix'));
  });

  it('mends a roster, files that are not open too, and tells what it did', async () => {
    await start(`${orgs}
=== courses.csv
sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
k1,,,,Algebra ,,,o1,,
`);
    await open('orgs.csv');
    const request = { rosterUri: uriOf(folder), unsafe: true };
    const outcome = await client.connection.sendRequest<Outcome<FixAllAnswer>>(fixAll, request);
    assert.ok(outcome.ok);
    assert.ok(outcome.value.files.includes('orgs.csv') && outcome.value.files.includes('courses.csv'));
    assert.ok(outcome.value.done >= 4);
    assert.equal(applied.length, 1);
    assert.match(after(applied[0], 'orgs.csv'), /o2,,,South High,school,,/);
    assert.match(after(applied[0], 'courses.csv'), /,Algebra,/);
    assert.equal(
      await readFile(join(folder, 'orgs.csv'), 'utf8'),
      texts.get('orgs.csv'),
      'saving is left to people',
    );
  });

  it('writes to disk, after asking, what no edit of a text can do', async () => {
    await start(orgs.replace('sourcedId', '\ufeffsourcedId'));
    const [action] = (await actionsAt('orgs.csv', 'sourcedId')).filter(({ title }) =>
      title.includes('byte order'),
    );
    const command = action?.command;
    assert.equal(command?.command, applyFix);
    const execute = () => client.connection.sendRequest('workspace/executeCommand', command);
    const onDisk = () => readFile(join(folder, 'orgs.csv'), 'utf8');
    answer = 'no';
    await execute();
    assert.ok((await onDisk()).startsWith('\ufeff'));
    answer = 'Write to Disk';
    await execute();
    assert.ok((await onDisk()).startsWith('sourcedId'));
    assert.equal(asked.length, 2);
    assert.match(asked[0]?.message ?? '', /orgs\.csv.*cannot be undone/);
  });

  it('does not write over what is not saved', async () => {
    await start(orgs.replace('sourcedId', '\ufeffsourcedId'));
    await open('orgs.csv');
    const [action] = (await actionsAt('orgs.csv', 'sourcedId')).filter(({ title }) =>
      title.includes('byte order'),
    );
    const command = action?.command;
    await client.type(join(folder, 'orgs.csv'), 'o1', 'o9');
    await client.connection.sendRequest('workspace/executeCommand', command);
    assert.match(asked[0]?.message ?? '', /orgs\.csv has changes that are not saved/);
    assert.ok((await readFile(join(folder, 'orgs.csv'), 'utf8')).startsWith('\ufeff'));
  });

  it('writes where a document has only followed its file on disk', async () => {
    await start(orgs);
    const path = join(folder, 'orgs.csv');
    await open('orgs.csv');
    const text = (texts.get('orgs.csv') ?? '').replace('South', 'Southern');
    await writeFile(path, `\ufeff${text}`);
    await client.type(path, 'South', 'Southern');
    texts.set('orgs.csv', text);
    await client.changedOnDisk(path, 'changed');
    await client.until(() => has('orgs.csv', 'byte-order-mark'), 'the mark to be noticed');
    const { command } = named(await actionsAt('orgs.csv', 'sourcedId'), 'Take out the byte order mark') ?? {};
    await client.connection.sendRequest('workspace/executeCommand', command);
    assert.equal(await readFile(path, 'utf8'), text);
  });

  it('turns a file into UTF-8 on disk, and mends nothing in its text before', async () => {
    await start(orgs);
    const bytes = Buffer.from((texts.get('orgs.csv') ?? '').replace('ö', 'é'), 'latin1');
    await writeFile(join(folder, 'orgs.csv'), bytes);
    await client.changedOnDisk(join(folder, 'orgs.csv'), 'changed');
    await client.until(() => has('orgs.csv', 'invalid-encoding'), 'the encoding to be noticed');
    const school = named(await actionsAt('orgs.csv', 'School'), 'Write "school"');
    assert.equal(school?.command?.command, applyFix, 'an editor would save its own reading of the bytes');
    const title = 'Turn the file from Windows-1252 into UTF-8';
    const { command } = named(await actionsAt('orgs.csv', 'rth, High'), title) ?? {};
    await client.connection.sendRequest('workspace/executeCommand', command);
    assert.ok((await readFile(join(folder, 'orgs.csv'), 'utf8')).includes('Nérth, High'));
    await client.until(() => !has('orgs.csv', 'invalid-encoding'), 'the problem to go');
  });

  it('creates the manifest as an edit, which can be undone', async () => {
    await start(orgs);
    await open('orgs.csv');
    const create = (await actionsAt('orgs.csv', 'sourcedId')).find(({ title }) =>
      title.startsWith('Create manifest'),
    );
    const { edit } = await resolve(create);
    const [file, content] = edit?.documentChanges ?? [];
    assert.deepEqual(file, { kind: 'create', uri: uriOf(join(folder, 'manifest.csv')) });
    assert.ok(content !== undefined && isTextEdit(content));
    const [first] = content.edits;
    assert.ok(first !== undefined && 'newText' in first);
    assert.match(first.newText, /^propertyName,value\nmanifest\.version,1\.0\n/);
    assert.match(first.newText, /\nfile\.orgs,bulk\n/);
    assert.match(first.newText, /\nfile\.users,absent\n/);
  });

  it('writes a suppression into the configuration, whose comments stay', async () => {
    await start(orgs);
    const config = join(folder, 'oneroster.config.json');
    const text = '// ours\n{\n  // the usual\n  "profile": "standard"\n}\n';
    await writeFile(config, text);
    await open('orgs.csv');
    const ignore = named(
      await actionsAt('orgs.csv', 'School'),
      'Ignore "School" in type of orgs.csv, with a reason…',
    );
    assert.equal(ignore?.command?.command, ignoreProblem);
    const [problem] = (ignore.command.arguments ?? []) as readonly SuppressedProblem[];
    const params = { ...problem, reason: 'agreed' };
    const outcome = await client.connection.sendRequest<Outcome<SuppressAnswer>>(suppress, params);
    assert.deepEqual(outcome, { ok: true, value: { configUri: uriOf(config) } });
    const edits = applied[0]?.changes?.[uriOf(config)] ?? [];
    const changed = TextDocument.applyEdits(TextDocument.create('', 'jsonc', 1, text), edits);
    assert.ok(
      changed.startsWith('// ours\n{\n  // the usual\n  "profile": "standard",\n  "suppress": ['),
      changed,
    );
    const { config: read, problems } = parseConfig(changed);
    assert.deepEqual(problems, []);
    const [{ rule, file, field, value, reason } = { rule: '' }] = read.suppress;
    assert.deepEqual(
      [rule, file, field, value, reason],
      ['value-case', 'orgs.csv', 'type', 'School', 'agreed'],
    );
  });

  it('writes no suppression into a configuration that has a mistake', async () => {
    await start(orgs);
    await writeFile(join(folder, 'oneroster.config.json'), '{ "profile": }');
    const problem = {
      rosterUri: uriOf(folder),
      rule: 'value-case',
      file: 'orgs.csv',
      field: 'type',
      value: 'School',
    };
    const params = { ...problem, reason: 'agreed' };
    const outcome = await client.connection.sendRequest<Outcome<SuppressAnswer>>(suppress, params);
    assert.equal(outcome.ok, false);
    assert.equal(outcome.code, 'configuration');
    assert.deepEqual(applied, []);
  });

  it('has nothing to say of files that are no part of a roster', async () => {
    await start(orgs);
    const uri = uriOf(join(folder, 'sub', 'x.csv'));
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    assert.deepEqual(await client.connection.sendRequest('textDocument/codeAction', params), []);
  });
});

function isTextEdit(change: object): change is TextDocumentEdit {
  return 'textDocument' in change;
}
