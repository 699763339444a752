// A file that is open in the editor: its text, kept as the editor keeps it, and what it tells the server.
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Edit lines and characters count from 0
 * @property {{ line: number, character: number }} start
 * @property {{ line: number, character: number }} end
 * @property {string} text
 *
 * @typedef {object} OpenFile
 * @property {(line: number) => string} line
 * @property {number} lineCount
 * @property {(edit: Edit) => Promise<number>} edit resolves with the milliseconds that it took until its problems were told
 * @property {(edit: Edit) => Promise<void>} change tells an edit, and waits for nothing
 * @property {(place: Edit['start']) => Promise<{ time: number, items: number }>} complete what is offered; resolves with the milliseconds
 *   that the answer took, and how many it offers
 * @property {(what: 'hover' | 'definition' | 'completion', place: Edit['start']) => Promise<number>} ask resolves with the milliseconds that
 *   the answer took
 *
 * @param {import('./language-server.mjs').LanguageServer} server
 * @param {string} path
 * @returns {Promise<OpenFile>}
 */
export async function openFile(server, path) {
  const uri = pathToFileURL(path).href;
  const text = await readFile(path, 'utf8');
  const lines = text.split(/\r?\n/);
  let version = 1;
  await server.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'oneroster', version, text },
  });
  await server.checkAgain();
  return {
    line: (line) => lines[line] ?? '',
    lineCount: lines.length,
    async edit({ start, end, text: inserted }) {
      const told = server.nextProblems(uri);
      version++;
      const sent = performance.now();
      await server.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start, end }, text: inserted }],
      });
      await told;
      return performance.now() - sent;
    },
    async change({ start, end, text: inserted }) {
      version++;
      await server.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start, end }, text: inserted }],
      });
    },
    async complete(position) {
      const sent = performance.now();
      const answer = await server.request('textDocument/completion', { textDocument: { uri }, position });
      const time = performance.now() - sent;
      const list = /** @type {{ items: readonly object[] } | null} */ (answer);
      return { time, items: list?.items.length ?? 0 };
    },
    async ask(what, position) {
      const sent = performance.now();
      await server.request(`textDocument/${what}`, { textDocument: { uri }, position });
      return performance.now() - sent;
    },
  };
}
