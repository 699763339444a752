import type { Say } from './say';

/** How the line of a rule's page begins that states its facts, one sentence each. */
const factsStart = 'Severity: ';

/**
 * A page in Markdown in the language of `say`, which is asked for each paragraph: one line, without the marks of a heading. The title
 * is a name and stays, and so do fenced blocks.
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
  if (line.trim() === '' || line.startsWith('# ')) return line;
  if (line.startsWith(factsStart))
    return sentencesOf(line)
      .map((each) => say(each))
      .join(' ');
  const [marks = ''] = /^#* ?/.exec(line) ?? [];
  return `${marks}${say(line.slice(marks.length))}`;
}

function sentencesOf(line: string): readonly string[] {
  return line.split(/(?<=\.) (?=[A-Z])/);
}
