// Completion at the place of a `|` in a roster that is written as marked-up text, over the protocol, as an editor asks for it.
//
// `=== users.csv` starts a file; exactly one holds a `|`, which is taken out before the text is read.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  MarkupContent,
  Range,
  TextEdit,
} from 'vscode-languageserver/node';
import type { OneRosterVersion } from '../../src/core/spec/types';
import { uriOf } from '../../src/server/uris';
import { positionAt, startServerClient, type ServerClient } from './server-client';

const editor: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } } },
};

/** What is offered, and what comes of it. */
export interface Offered {
  readonly isIncomplete: boolean;
  /** `label: words`, in the order in which an editor shows what fits equally well. */
  readonly lines: readonly string[];
  readonly labels: readonly string[];
  /** What the item of that label says of itself. */
  documentation(label: string): string;
  /** The line of the cursor once the item of that label is accepted; snippets as they are. */
  accepted(label: string): string;
  item(label: string): CompletionItem;
  /** What an editor compares what is typed with. */
  filterText(label: string): string;
}

/** Where a text holds the cursor, and the text without it. */
export interface MarkedText {
  readonly file: string;
  readonly text: string;
  readonly offset: number;
}

export interface MarkedRoster {
  readonly files: readonly (readonly [string, string])[];
  readonly cursor: MarkedText;
}

export function parseMarked(marked: string): MarkedRoster {
  const sections = `\n${marked}`.split(/\n=== /).slice(1);
  let cursor: MarkedText | undefined;
  const files = sections.map((section) => {
    const [file = '', ...lines] = section.split('\n');
    const withMark = lines.join('\n');
    const offset = withMark.indexOf('|');
    const text = withMark.replace('|', '');
    if (offset >= 0) cursor = { file, text, offset };
    return [file, text] as const;
  });
  assert.ok(cursor, 'no file holds a cursor');
  return { files, cursor };
}

/** Asks what is offered at the mark of a roster; `character` is what an editor says was typed, where that made it ask. */
export async function completeMarked(marked: string, character?: string): Promise<Offered> {
  const { files, cursor } = parseMarked(marked);
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'oneroster-completion-')));
  for (const [file, text] of files) await writeFile(join(folder, file), text);
  const client = await startServerClient(folder, undefined, editor);
  try {
    await client.until(() => client.rosters().length === 1, 'the roster to be found');
    const path = join(folder, cursor.file);
    await client.open(path, cursor.text);
    return offered(cursor, await complete(client, path, cursor, character));
  } finally {
    client.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A clean roster of that version with one file in another shape, in which the mark stands. */
export async function cleanRoster(
  version: OneRosterVersion,
  file: string,
  change: (text: string) => string,
): Promise<string> {
  const folder = join(process.cwd(), 'test', 'rosters', `clean-${version}`);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
  const sections = names.map(async (name) => {
    const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
    return `=== ${name}\n${name === file ? change(text) : text}`;
  });
  return (await Promise.all(sections)).join('\n');
}

/** Asks in a further record of a clean roster's file. `fields` are by column, and one of them holds the mark. */
export async function completeRecord(
  version: OneRosterVersion,
  file: string,
  fields: Readonly<Record<string, string>>,
  character?: string,
): Promise<Offered> {
  const marked = await cleanRoster(version, file, (text) => {
    const header = (text.split('\n')[0] ?? '').split(',');
    for (const name of Object.keys(fields)) assert.ok(header.includes(name), `${file} has no column ${name}`);
    return `${text}${header.map((name) => fields[name] ?? '').join(',')}\n`;
  });
  return completeMarked(marked, character);
}

/** Asks as an editor does. */
export async function complete(
  client: ServerClient,
  path: string,
  { text, offset }: Pick<MarkedText, 'text' | 'offset'>,
  character?: string,
): Promise<CompletionList> {
  const context =
    character === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: character };
  const list = await client.connection.sendRequest<CompletionList | null>('textDocument/completion', {
    textDocument: { uri: uriOf(path) },
    position: positionAt(text, offset),
    context,
  });
  return list ?? { isIncomplete: false, items: [] };
}

function offered(cursor: MarkedText, { items, isIncomplete }: CompletionList): Offered {
  const inOrder = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  const item = (label: string) => {
    const found = inOrder.find((each) => each.label === label);
    assert.ok(found, `${label} is not offered, but: ${inOrder.map((each) => each.label).join(', ')}`);
    return found;
  };
  return {
    isIncomplete,
    lines: inOrder.map(({ label, labelDetails }) => `${label}: ${labelDetails?.description ?? ''}`),
    labels: inOrder.map(({ label }) => label),
    documentation: (label) => (item(label).documentation as MarkupContent).value,
    accepted: (label) => accept(cursor, item(label)),
    item,
    filterText: (label) => item(label).filterText ?? label,
  };
}

function accept(
  { text, offset }: MarkedText,
  { textEdit, additionalTextEdits = [] }: CompletionItem,
): string {
  assert.ok(textEdit !== undefined && 'range' in textEdit);
  const edits: readonly TextEdit[] = [textEdit, ...additionalTextEdits];
  const places = edits.map(({ range, newText }) => ({ ...offsets(text, range), newText }));
  const [own] = places;
  assert.ok(
    own !== undefined && own.start <= offset && offset <= own.end,
    'the cursor is not in what is replaced',
  );
  let changed = text;
  for (const { start, end, newText } of places.sort((a, b) => b.start - a.start)) {
    changed = changed.slice(0, start) + newText + changed.slice(end);
  }
  const { line } = positionAt(text, offset);
  return changed.split(/\r?\n/)[line] ?? '';
}

function offsets(text: string, { start, end }: Range): { readonly start: number; readonly end: number } {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return {
    start: (lineStarts[start.line] ?? 0) + start.character,
    end: (lineStarts[end.line] ?? 0) + end.character,
  };
}
