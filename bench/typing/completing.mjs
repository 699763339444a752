// Names typed into a column of references, and what is offered after each character.
import { join } from 'node:path';
import { openFile } from './open-file.mjs';

/** The beginnings of names and ids that a district has; the first character fits the most. */
const typed = ['alder', 'maria', 'u-1000', 'garcia lo', 'núñez'];
const rounds = 3;

/**
 * Milliseconds from a keystroke to the list that it brings, by what is written; `offered` counts what came of it, for nothing would
 * be quick, too.
 * @param {import('./language-server.mjs').LanguageServer} server
 * @param {string} folder
 * @returns {Promise<{ times: ReadonlyMap<string, readonly number[]>, people: number, offered: number }>}
 */
export async function measureCompleting(server, folder) {
  const file = await openFile(server, join(folder, 'users.csv'));
  const column = file.line(0).split(',').indexOf('agentSourcedIds');
  /** @type {Map<string, number[]>} */
  const times = new Map();
  let offered = 0;
  const note = (
    /** @type {string} */ what,
    /** @type {{ time: number, items: number }} */ { time, items },
  ) => {
    times.set(what, [...(times.get(what) ?? []), time]);
    offered += items;
  };
  for (let round = 0; round < rounds; round++) {
    for (const [index, name] of typed.entries()) {
      const line = 20 + round * typed.length + index;
      const start = { line, character: placeOf(file.line(line), column) };
      note('nothing typed yet', await file.complete(start));
      for (let count = 1; count <= name.length; count++) {
        const at = { line, character: start.character + count - 1 };
        const next = { line, character: at.character + 1 };
        await file.change({ start: at, end: at, text: name.charAt(count - 1) });
        note(count === 1 ? 'the first character' : 'each further one', await file.complete(next));
      }
      await file.change({ start, end: { line, character: start.character + name.length }, text: '' });
    }
    note('a new record', await file.complete({ line: file.lineCount - 1, character: 0 }));
  }
  return { times, people: file.lineCount - 2, offered };
}

/** Where a field ends. Fields in quotes hold commas. @param {string} line @param {number} column */
function placeOf(line, column) {
  let [left, isQuoted, at] = [column, false, 0];
  for (; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (line[at] === ',' && !isQuoted && left-- === 0) break;
  }
  return at;
}
