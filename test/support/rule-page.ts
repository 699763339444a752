// The pages of docs/rules/, taken apart: what the tests hold against the rules.
import { fixesByRule } from '../../src/core/fixes/registry.generated';
import { versions } from '../../src/core/spec/specification';
import type { Rule } from '../../src/core/rules/engine/define-rule';

/** A fenced block of a page: a fixture and what stands behind `csv` in its first line. */
export interface PageExample {
  readonly section: string;
  readonly options: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface RulePage {
  /** All headings with their marks, `## Wrong`. */
  readonly headings: readonly string[];
  /** The paragraphs between the title and the first section. */
  readonly opening: readonly string[];
  readonly examples: readonly PageExample[];
  /** The text of each section, by heading, fenced blocks left out. */
  readonly sections: ReadonlyMap<string, string>;
}

/** The headings that every page has, below its title. */
export const pageSections = ['Why it matters', 'Wrong', 'Right', 'How to mend it', 'Source'] as const;

export function parseRulePage(markdown: string): RulePage {
  const examples: PageExample[] = [];
  const headings: string[] = [];
  const sections = new Map<string, string[]>();
  let section = '';
  let example: { options: Record<string, string>; lines: string[] } | undefined;
  for (const line of markdown.split('\n')) {
    const fence = /^```(\S*)\s*(.*)$/.exec(line);
    if (fence !== null && example === undefined)
      example = { options: readOptions(fence[2] ?? ''), lines: [] };
    else if (fence !== null && example !== undefined) {
      examples.push({ section, options: example.options, text: example.lines.join('\n') });
      example = undefined;
    } else if (example !== undefined) example.lines.push(line);
    else if (line.startsWith('#')) {
      headings.push(line);
      section = line.replace(/^#+ /, '');
      sections.set(section, []);
    } else sections.get(section)?.push(line);
  }
  const texts = new Map([...sections].map(([name, lines]) => [name, lines.join('\n').trim()]));
  const title = headings[0]?.replace(/^# /, '') ?? '';
  return { headings, opening: (texts.get(title) ?? '').split(/\n{2,}/), examples, sections: texts };
}

/** The line below a page's summary: `Severity: error, warning in 1.1. Versions: 1.1, 1.2. Area: value. Fix: safe.` */
export function factsLine(rule: Rule): string {
  const differing = versions.flatMap((version) => {
    const severity = rule.severityIn?.[version];
    return severity === undefined ? [] : [`${severity} in ${version}`];
  });
  const severity = [rule.severity, ...differing].join(', ');
  return `Severity: ${severity}. Versions: ${rule.versions?.join(', ') ?? 'all'}. Area: ${rule.area}. Fix: ${fixOf(rule)}.`;
}

/** What is accepted in vain is taken out of the configuration, which is no part of the roster: the engine of fixes has no part in it. */
function fixOf({ id, area }: Rule): string {
  const safety = fixesByRule.get(id)?.safety ?? (area === 'configuration' ? 'unsafe' : 'none');
  return safety === 'either' ? 'safe or unsafe' : safety;
}

function readOptions(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => [word.replace(/=.*$/, ''), word.replace(/^[^=]*=?/, '')]),
  );
}
