// What the editor asks about a table as a whole: for its preview, its alignment, a record, and an edit of all records.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** As many rows as the preview asks for, and as many lines as are aligned. */
const rows = 100;
const filters = ['S123', 'role:teacher', 'a', 'nobody', 'student 2026'];

/**
 * @param {string} folder
 * @returns {readonly import('./questions.mjs').Question[]}
 */
export function tableQuestions(folder) {
  const uri = pathToFileURL(join(folder, 'enrollments.csv')).href;
  const people = pathToFileURL(join(folder, 'users.csv')).href;
  const first = (/** @type {number} */ round) => (round * 7919) % 90_000;
  const view = { uri, filter: '', onlyProblems: false, count: rows };
  const place = { line: 1, character: 0 };
  return [
    question('preview: the records in view', 'tableWindow', (round) => ({ ...view, first: first(round) })),
    question('preview: a filter', 'tableWindow', (round) => ({
      ...view,
      first: 0,
      filter: filters[round % filters.length],
    })),
    question('alignment of the lines in view', 'alignment', (round) => ({
      uri,
      firstLine: first(round),
      lastLine: first(round) + rows,
    })),
    question('a person by name or number', 'findRecords', (round) => ({
      uri: people,
      query: round % 2 === 0 ? 'smith' : String(first(round) % 9000),
      most: 50,
    })),
    question('edit: sort 100,000 records', 'sortRecords', (round) => ({
      uri,
      place,
      column: 0,
      order: round % 2 === 0 ? 'ascending' : 'descending',
    })),
    question('edit: a column moved in 100,000 records', 'moveColumn', () => ({ uri, place, from: 0, to: 5 })),
  ];
}

/**
 * @param {string} what
 * @param {string} method
 * @param {(round: number) => object} paramsOf
 * @returns {import('./questions.mjs').Question}
 */
function question(what, method, paramsOf) {
  return {
    what,
    // Of these the server announces nothing: they are its own. It colours tables, so it knows them.
    provider: 'semanticTokensProvider',
    ask: (server, round) => server.request(`oneroster/${method}`, paramsOf(round)),
  };
}
