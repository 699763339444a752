import { suggestGrade } from '../spec/suggest-grade';
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
