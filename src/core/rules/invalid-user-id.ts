import { defineRule } from './engine/define-rule';
import { pairDefect, type PairDefect } from './shared/braced-pair';
import { typedItems } from './shared/typed-items';

export default defineRule<PairDefect>({
  id: 'invalid-user-id',
  area: 'value',
  severity: 'error',
  severityIn: { '1.1': 'warning' },
  versions: ['1.1', '1.2'],
  summary: 'A user id is not written {type:id}.',
  messages: {
    braces:
      '{field} is "{value}"; each user id is written with its type and in braces, for example "{example}"',
    comma: '{field} has a comma inside "{value}"; a comma separates user ids and cannot be part of one',
    colon:
      '{field} has to have one colon, and no more, between type and id in "{value}", for example "{example}"',
    side: '{field} has to name both a type and an id in "{value}", for example "{example}"',
  },
  value({ fact, table, name }) {
    if (fact?.format !== 'user-ids') return undefined;
    const data = { example: '{LDAP:jdoe}' };
    return {
      check(value, report) {
        for (const { text, from, to } of typedItems(value, fact)) {
          const message = pairDefect(text);
          if (message === undefined) continue;
          // An export that writes plain ids does so in every record.
          const group = message === 'braces' ? { group: `${table.file} ${name}` } : {};
          report({ message, data, from, to, ...group });
        }
      },
    };
  },
});
