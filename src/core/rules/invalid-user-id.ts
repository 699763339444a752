import { defineRule, type ValueReport } from './engine/define-rule';
import { areUsualPairs, pairDefect, type PairDefect } from './shared/braced-pair';
import { typedItems } from './shared/typed-items';

type Message = PairDefect | 'unbraced';

export default defineRule<Message>({
  id: 'invalid-user-id',
  area: 'value',
  severity: 'error',
  severityIn: { '1.1': 'warning' },
  versions: ['1.1', '1.2'],
  summary: 'A user id is not written {type:id}.',
  messages: {
    braces:
      '{field} is "{value}"; each user id is written with its type and in braces, for example "{example}"',
    unbraced: '{field} is "{value}"; each user id is written in braces, here "{suggestion}"',
    comma: '{field} has a comma inside "{value}"; a comma separates user ids and cannot be part of one',
    colon:
      '{field} has to have one colon, and no more, between type and id in "{value}", for example "{example}"',
    side: '{field} has to name both a type and an id in "{value}", for example "{example}"',
  },
  value({ fact, table, name }) {
    if (fact?.format !== 'user-ids') return undefined;
    return {
      check(value, report) {
        if (areUsualPairs(value.bytes, value.start, value.end)) return;
        for (const { text, from, to } of typedItems(value, fact)) {
          const defect = pairDefect(text);
          if (defect === undefined) continue;
          // An export that writes plain ids does so in every record.
          const group = defect === 'braces' ? { group: `${table.file} ${name}` } : {};
          report({ ...describe(defect, text), from, to, ...group });
        }
      },
    };
  },
});

function describe(defect: PairDefect, text: string): ValueReport<Message> {
  const isUnbraced = defect === 'braces' && pairDefect(`{${text}}`) === undefined;
  if (isUnbraced) return { message: 'unbraced', data: { suggestion: `{${text}}` } };
  return { message: defect, data: { example: '{LDAP:jdoe}' } };
}
