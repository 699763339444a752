// What a person does to a file, so that each step changes its problems: the server has to have something to tell.

/**
 * @typedef {{ what: string, edit: import('./open-file.mjs').Edit }} Step
 */

const columns = [
  { name: 'sourcedId', index: 0 },
  { name: 'classSourcedId', index: 3 },
  { name: 'schoolSourcedId', index: 4 },
  { name: 'userSourcedId', index: 5 },
  { name: 'role', index: 6 },
  { name: 'beginDate', index: 8 },
];
/** No id, role or date has one of these in it, and each more is another problem. */
const typed = '!!!!!!';
const pastedLines = 1000;

/**
 * Steps that bring the file back to where it was.
 * @param {import('./open-file.mjs').OpenFile} file
 * @returns {Generator<Step>}
 */
export function* keystrokes(file) {
  const places = [20, Math.floor(file.lineCount / 2), file.lineCount - 20];
  for (let round = 0; round < 3; round++) {
    for (const line of places) {
      for (const { name, index } of columns) yield* typeInto(file, line + round, name, index);
      yield* breakLine(line);
    }
  }
  for (const line of places) yield* paste(file, line);
}

/** @param {import('./open-file.mjs').OpenFile} file @param {number} line @param {string} name @param {number} index */
function* typeInto(file, line, name, index) {
  const end = file
    .line(line)
    .split(',')
    .slice(0, index + 1)
    .join(',').length;
  for (let count = 0; count < typed.length; count++) {
    const at = { line, character: end + count };
    yield { what: `a character in ${name}`, edit: { start: at, end: at, text: typed.charAt(count) } };
  }
  for (let count = typed.length; count > 0; count--) {
    const [start, after] = [end + count - 1, end + count].map((character) => ({ line, character }));
    if (start !== undefined && after !== undefined)
      yield { what: `a character taken out of ${name}`, edit: { start, end: after, text: '' } };
  }
}

/** @param {number} line */
function* breakLine(line) {
  const [start, after] = [line, line + 1].map((each) => ({ line: each, character: 0 }));
  if (start === undefined || after === undefined) return;
  yield { what: 'a new line', edit: { start, end: start, text: '\r\n' } };
  yield { what: 'a line taken out', edit: { start, end: after, text: '' } };
}

/** @param {import('./open-file.mjs').OpenFile} file @param {number} line */
function* paste(file, line) {
  const text = Array.from(
    { length: pastedLines },
    (_, count) => `${copyOf(file.line(line + 1), count)}\r\n`,
  ).join('');
  const [start, after] = [line, line + pastedLines].map((each) => ({ line: each, character: 0 }));
  if (start === undefined || after === undefined) return;
  for (let round = 0; round < 2; round++) {
    yield { what: '1,000 lines pasted', edit: { start, end: start, text } };
    yield { what: 'the paste undone', edit: { start, end: after, text: '' } };
  }
}

/** An enrollment of somebody who is not there. @param {string} line @param {number} count */
function copyOf(line, count) {
  const fields = line.split(',');
  return [`pasted-${String(count)}`, ...fields.slice(1, 5), 'nobody', ...fields.slice(6)].join(',');
}
