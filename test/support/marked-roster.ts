// A roster on disk, out of a marked-up text, with a server that has read it: questions are asked at marks, and answers compared with
// marks. `[[u-1|use]]` names a place, as in fixture.ts; several may have one name.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { ClientCapabilities, Location, Position, Range } from 'vscode-languageserver/node';
import { checkAgain } from '../../src/core/protocol';
import { decodeUtf8 } from '../../src/core/text/utf8';
import { indexLines, type LineIndex } from '../../src/core/text/line-index';
import type { OneRosterVersion } from '../../src/core/spec/types';
import { pathOf, uriOf } from '../../src/server/uris';
import { parseFixture } from './fixture';
import { startServerClient, type ServerClient } from './server-client';

export interface MarkedRoster {
  readonly client: ServerClient;
  readonly folder: string;
  uri(file: string): string;
  text(file: string): string;
  /** What is asked about at the first mark of a name, or so many UTF-16 units behind its start. */
  at(
    name: string,
    further?: number,
  ): { readonly textDocument: { readonly uri: string }; readonly position: Position };
  /** The places of marks as `file:start-end`, sorted. */
  marks(...names: readonly string[]): readonly string[];
  /** A place in an answer, in the same form. */
  show(location: Location): string;
  showIn(file: string, range: Range): string;
  stop(): Promise<void>;
}

export interface MarkedRosterOptions {
  readonly version?: OneRosterVersion;
  readonly capabilities?: ClientCapabilities;
  /** The files that the editor has open; all where it is left out. */
  readonly open?: readonly string[];
}

/** Writes the roster, starts the server, and waits until that has read it. */
export async function openMarkedRoster(
  text: string,
  options: MarkedRosterOptions = {},
): Promise<MarkedRoster> {
  const { input, expected } = parseFixture(text);
  const root = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-marked-')));
  const folder = join(root, 'roster');
  await mkdir(folder);
  const files = new Map<string, Uint8Array>();
  for (const { path, content } of input.entries) {
    assert('bytes' in content);
    files.set(path, content.bytes);
    await writeFile(join(folder, path), content.bytes);
  }
  const settings = { version: options.version ?? '1.1' };
  await writeFile(join(folder, 'oneroster.config.json'), JSON.stringify(settings));
  const client = await startServerClient(root, undefined, options.capabilities);
  await client.until(() => client.rosters().length === 1, 'the roster to be found');
  for (const file of options.open ?? files.keys()) {
    await client.open(join(folder, file), decodeUtf8(files.get(file) ?? new Uint8Array()));
  }
  const bytesOf = (file: string): Uint8Array => {
    const bytes = files.get(file);
    assert.ok(bytes, `${file} is no file of the roster`);
    return bytes;
  };
  const show = (file: string, range: Range) => `${file}:${offsets(indexLines(bytesOf(file)), range)}`;
  return {
    client,
    folder,
    uri: (file) => uriOf(join(folder, file)),
    text: (file) => decodeUtf8(bytesOf(file)),
    at(name, further = 0) {
      const mark = expected.find((each) => each.startsWith(`${name} `));
      const [, file = '', start = ''] = /^\S+ (.+):(\d+)-\d+$/.exec(mark ?? '') ?? [];
      assert.notEqual(file, '', `no mark has the name ${name}`);
      const { line, column } = indexLines(bytesOf(file)).positionAt(Number(start));
      const position = { line: line - 1, character: column - 1 + further };
      return { textDocument: { uri: uriOf(join(folder, file)) }, position };
    },
    marks: (...names) =>
      expected
        .flatMap((mark) => {
          const [name = '', place = ''] = mark.split(' ');
          return names.includes(name) ? [place] : [];
        })
        .sort(),
    show({ uri, range }) {
      const path = pathOf(uri) ?? '';
      assert.equal(dirname(path), folder);
      return show(basename(path), range);
    },
    showIn: show,
    async stop() {
      // What is under way ends before the connection does.
      await client.connection.sendRequest(checkAgain);
      client.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

function offsets(lines: LineIndex, { start, end }: Range): string {
  const offset = ({ line, character }: Position) => lines.offsetAt({ line: line + 1, column: character + 1 });
  return `${String(offset(start))}-${String(offset(end))}`;
}
