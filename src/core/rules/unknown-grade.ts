import { nearestName } from '../spec/nearest-name';
import { defineRule } from './engine/define-rule';
import { typedItems } from './shared/typed-items';

type Message = 'unknown' | 'suggested';

export default defineRule<Message>({
  id: 'unknown-grade',
  area: 'value',
  severity: 'warning',
  versions: ['1.1'],
  summary: 'A grade is not one of the codes that OneRoster 1.1 names.',
  messages: {
    unknown: '{field} is "{value}", not a grade code that readers know: {allowed}',
    suggested: '{field} is "{value}"; the grade code that readers know is "{suggestion}"',
  },
  value({ fact, table, name }) {
    const known = fact?.vocabulary?.values?.map(({ value }) => value);
    if (fact?.format !== 'grade' || known === undefined) return undefined;
    const codes = new Set(known);
    return {
      check(value, report) {
        for (const { text, from, to } of typedItems(value, fact)) {
          if (codes.has(text)) continue;
          const suggestion = suggestGrade(text, codes);
          report({
            ...(suggestion === undefined
              ? { message: 'unknown', data: { allowed: known.join(', ') } }
              : { message: 'suggested', data: { suggestion } }),
            from,
            to,
            // A grade is in the records of all its students.
            group: `${table.file} ${name} ${text}`,
          });
        }
      },
    };
  },
});

/** The code that a grade in common spelling stands for. */
function suggestGrade(text: string, codes: ReadonlySet<string>): string | undefined {
  const word = text
    .toLowerCase()
    .replace(/grade|gr\.?|[\s_-]/g, '')
    .replace(/^(\d+)(?:st|nd|rd|th|\.0?)$/, '$1');
  const number = /^0*([1-9]\d?)$/.exec(word)?.[1]?.padStart(2, '0');
  if (number !== undefined) return codes.has(number) ? number : undefined;
  const usual = usualWords.get(word);
  if (usual !== undefined) return codes.has(usual) ? usual : undefined;
  const inCase = [...codes].find((code) => code.toLowerCase() === word);
  return (
    inCase ??
    nearestName(
      text,
      [...codes].filter((code) => code.length > 2),
    )
  );
}

const usualWords: ReadonlyMap<string, string> = new Map([
  ['k', 'KG'],
  ['kn', 'KG'],
  ['kdg', 'KG'],
  ['kinder', 'KG'],
  ['kindergarten', 'KG'],
  ['prek', 'PK'],
  ['prekindergarten', 'PK'],
  ['preschool', 'PR'],
  ['transitionalkindergarten', 'TK'],
  ['infant', 'IT'],
  ['toddler', 'IT'],
  ['ungraded', 'UG'],
  ['postsecondary', 'PS'],
]);
