import type { Say } from './say';

/** How the line of a rule's page begins that states its facts, one sentence each. */
const factsStart = 'Severity: ';
/** What is said of these lines is the same on each page of a profile. */
const profileLine = 'Profile: {id}.';
const checkedBy = 'Checked by {rules}.';

const link = String.raw`\[[^\]]*\]\([^)]*\)`;
/** A title that is a rule's id, a comment, a source by the name it has itself. */
const nameLine = /^(?:# [a-z0-9-]+$|<!--|\d+\. \[)/;
/** Cells that hold no text: rulers, versions, code, a link. */
const nameCell = new RegExp(String.raw`^(?:-*|[\d., ]+|(?:\x60[^\x60]*\x60(?:, )?)+|${link})$`);
/** A statement, the rules that check it, and the numbers of its sources. */
const statement = new RegExp(
  String.raw`^(.*?)(?: Checked by (${link}(?:, ${link})*)\.)?( \(\d+(?:, \d+)*\))?$`,
);

/**
 * A page of `docs/rules` or `docs/profiles` in the language of `say`, which is asked for each paragraph, heading, list item and cell: they
 * stand on one line each. Names, and fenced blocks, stay as they are.
 */
export function translatePage(markdown: string, say: Say): string {
  let isFenced = false;
  const lines = markdown.split(/\r?\n/).map((line) => {
    const isFence = line.startsWith('```');
    if (isFence) isFenced = !isFenced;
    return isFence || isFenced ? line : translateLine(line, say);
  });
  return lines.join('\n');
}

function translateLine(line: string, say: Say): string {
  if (line.trim() === '' || nameLine.test(line)) return line;
  if (line.startsWith('|')) return translateRow(line, say);
  if (line.startsWith(factsStart))
    return sentencesOf(line)
      .map((each) => say(each))
      .join(' ');
  const [, id] = /^Profile: (`.*`)\.$/.exec(line) ?? [];
  if (id !== undefined) return say(profileLine, { id });
  const [marks = ''] = /^(?:#+ |- )?/.exec(line) ?? [];
  return `${marks}${translateStatement(line.slice(marks.length), say)}`;
}

function sentencesOf(line: string): readonly string[] {
  return line.split(/(?<=\.) (?=[A-Z])/);
}

function translateRow(line: string, say: Say): string {
  const cells = line.split(/(?<!\\)\|/).map((cell) => {
    const text = cell.trim();
    return nameCell.test(text) ? cell : ` ${say(text)} `;
  });
  return cells.join('|');
}

function translateStatement(line: string, say: Say): string {
  const [, text = line, rules, sources = ''] = statement.exec(line) ?? [];
  const checks = rules === undefined ? '' : ` ${say(checkedBy, { rules })}`;
  return `${say(text)}${checks}${sources}`;
}
