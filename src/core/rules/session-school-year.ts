import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { defineRule } from './engine/define-rule';
import { linkOf } from './shared/links';
import { meaningReader, textIn } from './shared/meanings';
import { openEnd, periodsOf } from './shared/periods';

type Message = 'other';

export default defineRule<Message>({
  id: 'session-school-year',
  area: 'sense',
  severity: 'warning',
  versions: ['1.1', '1.2'],
  summary: 'A session has another schoolYear than the year in which its school year ends.',
  messages: {
    other:
      '{field} is "{value}", but the school year ends in {expected}, and that is the year it is called by',
  },
  roster({ roster, at, report }) {
    const place = roster.column('academicSessions', 'schoolYear');
    if (place === undefined) return;
    const { table, column } = place;
    const yearsOf = schoolYearsOf(roster, table);
    const active = table.active();
    for (let record = 1; record < active.length; record++) {
      const found = active[record] === 1 ? textIn(table, record, 'schoolYear') : '';
      if (!/^\d{4}$/.test(found)) continue;
      const years = yearsOf(record);
      const [expected] = years;
      if (expected === undefined || years.includes(Number(found))) continue;
      // One mistake in an export is in all of its sessions.
      report({
        at: () => at(table).field(record, column),
        message: 'other',
        data: { expected: String(expected) },
        group: `${found} ${String(expected)}`,
      });
    }
  },
});

/** The years that a session may be of: one, if the session of its school year is known; none, if nothing is. */
function schoolYearsOf(roster: Roster, table: Table): (record: number) => readonly number[] {
  const { isSound, end } = periodsOf(table, 'startDate', 'endDate');
  const typeOf = meaningReader(table, 'type');
  const parents = linkOf(roster, 'academicSessions', 'parentSourcedId');
  const yearIn = (record: number) => (isSound(record) && end(record) !== openEnd ? lastYear(end(record)) : 0);

  return (record) => {
    const seen = new Set<number>();
    for (let at = record; at > 0 && !seen.has(at); at = parents?.of(at) ?? 0) {
      seen.add(at);
      if (typeOf?.(at) !== 'schoolYear') continue;
      const year = yearIn(at);
      return year === 0 ? [] : [year];
    }
    const year = yearIn(record);
    // A term on its own may be one of the first or the last of its school year.
    return year === 0 ? [] : [year, year + 1];
  };
}

/** The year of the day before `end`, which itself is no part of the session. */
function lastYear(end: number): number {
  const year = Math.floor(end / 10_000);
  return end % 10_000 === 101 ? year - 1 : year;
}
