import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InlayHint } from 'vscode-languageserver/node';
import { checkAgain } from '../../src/core/protocol';
import { uriOf } from '../../src/server/uris';
import { startServerClient, type ServerClient } from '../support/server-client';

const setting = 'oneroster.inlayHints.enabled';
const method = 'textDocument/inlayHint';
const abilities = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: { inlayHint: { dynamicRegistration: true } },
};

for (const version of ['1.0', '1.1', '1.2']) {
  describe(`the names behind ids in OneRoster ${version}`, () => {
    let folder = '';
    let client: ServerClient;

    beforeEach(async () => {
      folder = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-hints-')));
      await cp(join(process.cwd(), 'test', 'rosters', `clean-${version}`), folder, { recursive: true });
      client = await startServerClient(folder, undefined, abilities);
      await client.until(() => client.rosters().length === 1, 'the roster to be found');
    });

    afterEach(async () => {
      client.stop();
      await rm(folder, { recursive: true, force: true });
    });

    /** Each line of a file from `first` to `last`, with its hints in braces. */
    const hinted = async (file: string, first: number, last: number) => {
      const path = join(folder, file);
      const lines = (await readFile(path, 'utf8')).split(/\r?\n/);
      await client.open(path, lines.join('\n'));
      const hints = await client.connection.sendRequest<InlayHint[]>(method, {
        textDocument: { uri: uriOf(path) },
        range: { start: { line: first, character: 0 }, end: { line: last, character: 0 } },
      });
      return lines.slice(first, last + 1).map((line, index) => withHints(line, first + index, hints));
    };

    it('are announced while the setting is on, and not before or after', async () => {
      await client.until(
        () => client.announced().includes('workspace/didChangeConfiguration'),
        'the server to follow settings',
      );
      assert.ok(!client.announced().includes(method));
      await client.setSetting(setting, true);
      await client.until(() => client.announced().includes(method), 'the hints to be announced');
      await client.setSetting(setting, false);
      await client.until(() => !client.announced().includes(method), 'the hints to be taken back');
    });

    it('stand behind each id of another record, in the lines that are asked for', async () => {
      const [line = '', ...others] = await hinted('enrollments.csv', 2, 2);
      assert.match(
        line,
        /k-math5-1\{Mathematics 5, first group\},o-elm\{Elm Street School\},u-stud1\{June Okafor\},/,
      );
      assert.deepEqual(others, []);
      const [header = '', first = ''] = await hinted('orgs.csv', 0, 1);
      assert.ok(!header.includes('{') && !first.includes('{'));
    });
  });
}

describe('the names behind ids that are shown', () => {
  it('are asked for again where a name has changed in another file', async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-hints-')));
    await cp(join(process.cwd(), 'test', 'rosters', 'clean-1.1'), folder, { recursive: true });
    const client = await startServerClient(folder, undefined, {
      ...abilities,
      workspace: { ...abilities.workspace, inlayHint: { refreshSupport: true } },
    });
    try {
      await client.until(() => client.rosters().length === 1, 'the roster to be found');
      const asked = new Promise<void>((resolve) => {
        client.connection.onRequest('workspace/inlayHint/refresh', () => {
          resolve();
          return null;
        });
      });
      await client.setSetting(setting, true);
      await client.until(() => client.announced().includes(method), 'the hints to be announced');
      const [classes, orgs] = [join(folder, 'classes.csv'), join(folder, 'orgs.csv')];
      await client.open(classes, await readFile(classes, 'utf8'));
      await client.open(orgs, await readFile(orgs, 'utf8'));
      await client.connection.sendRequest(method, {
        textDocument: { uri: uriOf(classes) },
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      });
      await client.type(orgs, 'Elm Street School', 'Oak Street School');
      await asked;
      await client.connection.sendRequest(checkAgain);
    } finally {
      client.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('the names behind the ids of a list', () => {
  it('stand behind each of them, and a long one is cut short', async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-hints-')));
    await cp(join(process.cwd(), 'test', 'rosters', 'clean-1.1'), folder, { recursive: true });
    const client = await startServerClient(folder);
    try {
      await client.until(() => client.rosters().length === 1, 'the roster to be found');
      const [classes, sessions] = [join(folder, 'classes.csv'), join(folder, 'academicSessions.csv')];
      await client.open(classes, await readFile(classes, 'utf8'));
      await client.open(sessions, await readFile(sessions, 'utf8'));
      await client.type(classes, ',t-fall,', ',"t-fall, sy-27,nobody",');
      await client.type(sessions, 'Fall 2026', 'The fall semester of the school year that ends in 2027');
      const hints = await client.connection.sendRequest<InlayHint[]>(method, {
        textDocument: { uri: uriOf(classes) },
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      });
      await client.connection.sendRequest(checkAgain);
      const [, line = ''] = (await readFile(classes, 'utf8'))
        .replace(',t-fall,', ',"t-fall, sy-27,nobody",')
        .split(/\r?\n/);
      assert.match(
        withHints(line, 1, hints),
        /"t-fall\{The fall semester of the school year th…\}, sy-27\{2026-2027\},nobody"/,
      );
    } finally {
      client.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

function withHints(line: string, number: number, hints: readonly InlayHint[]): string {
  const own = hints.filter(({ position }) => position.line === number);
  return [...own]
    .sort((a, b) => b.position.character - a.position.character)
    .reduce(
      (text, { position: { character }, label }) =>
        `${text.slice(0, character)}{${typeof label === 'string' ? label : ''}}${text.slice(character)}`,
      line,
    );
}
