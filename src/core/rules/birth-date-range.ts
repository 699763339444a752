import { defineRule, isTable } from './engine/define-rule';
import { readDay } from './shared/calendar';
import { dayOf } from './shared/periods';

type Message = 'future' | 'old';

/** Older than anybody who was ever known to be alive, nearly. */
const oldestAge = 120;

export default defineRule<Message>({
  id: 'birth-date-range',
  area: 'sense',
  severity: 'warning',
  summary: 'A birth date lies in the future or over 120 years ago.',
  messages: {
    future: '{field} is "{value}", which is after {asOf}',
    old: '{field} is "{value}", over 120 years ago',
  },
  value({ roster, table, name, fact }) {
    const today = dayOf(roster.asOf);
    if (today === undefined || fact?.type !== 'date' || !isTable(table, 'demographics')) return undefined;
    if (name.toLowerCase() !== 'birthdate') return undefined;
    const earliest = today - oldestAge * 10_000;
    const asOf = roster.asOf ?? '';
    return {
      check({ bytes, start, end }, report) {
        const day = readDay(bytes, start, end);
        if (day > today) report({ message: 'future', data: { asOf } });
        else if (day >= 0 && day < earliest) report({ message: 'old' });
      },
    };
  },
});
