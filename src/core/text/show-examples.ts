/** A marked stretch begins with `[[` and ends with `|rule]]`; marks may lie in one another and go over lines. */
const closing = /^\|([a-z][a-z0-9,-]*)\]\]/;
const opening = '[[';
const fileLine = /^=== (\S+)/;

/**
 * A rule's page for people. In the pages themselves examples are written as tests read them: with their files one after the other, and with
 * marks where something is wrong. Here each file is a block of its own, and below a line stands what is wrong with it.
 */
export function showExamples(markdown: string): string {
  const shown: string[] = [];
  let example: string[] | undefined;
  for (const line of markdown.split('\n')) {
    if (example === undefined && line.startsWith('```csv')) example = [];
    else if (example === undefined) shown.push(line);
    else if (line === '```') {
      shown.push(...filesOf(example));
      example = undefined;
    } else example.push(line);
  }
  return shown.join('\n');
}

function filesOf(example: readonly string[]): readonly string[] {
  const shown: string[] = [];
  let from = 0;
  while (from < example.length) {
    const name = fileLine.exec(example[from] ?? '')?.[1];
    const first = name === undefined ? from : from + 1;
    let end = first;
    while (end < example.length && !fileLine.test(example[end] ?? '')) end++;
    const lines = explained(example.slice(first, end));
    shown.push(...(name === undefined ? [] : [`\`${name}\``, '']), '```csv', ...lines, '```', '');
    from = end;
  }
  if (shown.at(-1) === '') shown.pop();
  return shown;
}

interface Mark {
  readonly line: number;
  readonly column: number;
  /** Where it ends, if that is in the same line. */
  readonly end: number | undefined;
  readonly rules: string;
}

/** The lines without their marks, each with what is wrong below it. */
function explained(lines: readonly string[]): readonly string[] {
  const { plain, marks } = withoutMarks(lines);
  return plain.flatMap((text, line) => {
    const own = marks.filter((mark) => mark.line === line).sort((a, b) => a.column - b.column);
    return [text, ...own.map((mark) => underline(text, mark))];
  });
}

function underline(text: string, { column, end = text.length, rules }: Mark): string {
  return `${' '.repeat(column)}${'^'.repeat(Math.max(end - column, 1))} ${rules}`;
}

function withoutMarks(lines: readonly string[]): { readonly plain: string[]; readonly marks: Mark[] } {
  const marks: Mark[] = [];
  const open: { readonly line: number; readonly column: number }[] = [];
  const plain = lines.map((marked, line) => {
    let text = '';
    for (let at = 0; at < marked.length; at++) {
      const end = open.length > 0 ? closing.exec(marked.slice(at)) : null;
      if (marked.startsWith(opening, at)) {
        open.push({ line, column: text.length });
        at += opening.length - 1;
      } else if (end === null) text += marked[at] ?? '';
      else {
        const start = open.pop() ?? { line, column: 0 };
        const rules = (end[1] ?? '').replaceAll(',', ', ');
        marks.push({ ...start, end: start.line === line ? text.length : undefined, rules });
        at += end[0].length - 1;
      }
    }
    return text;
  });
  return { plain, marks };
}
