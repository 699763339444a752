import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { defineRule } from './engine/define-rule';
import { isResolved, listLinkOf } from './shared/links';
import { dayOf, dayText, openEnd, openStart, periodsOf } from './shared/periods';

type Message = 'over' | 'notBegun' | 'between' | 'classes';

export default defineRule<Message>({
  id: 'session-not-current',
  area: 'sense',
  severity: 'information',
  summary: 'No session of the roster holds the day, or no class is in one that does.',
  messages: {
    over: 'No session holds {asOf}: the last one ended on {day}',
    notBegun: 'No session holds {asOf}: the first one begins on {day}',
    between: 'No session holds {asOf}: the next one begins on {day}',
    classes: 'No class has a term that holds {asOf}, though there are sessions that do',
  },
  roster({ roster, at, report }) {
    const today = dayOf(roster.asOf);
    const sessions = roster.table('academicSessions');
    if (today === undefined || sessions?.readable !== true || sessions.mode !== 'bulk') return;
    const spans = readSpans(sessions);
    if (spans === undefined) return;
    const asOf = roster.asOf ?? '';
    if (spans.some(({ start, end }) => start <= today && today < end)) {
      const classes = classesInOtherTerms(roster, today);
      if (classes !== undefined) report({ at: at(classes).file(), message: 'classes', data: { asOf } });
      return;
    }
    const next = Math.min(...spans.map(({ start }) => start).filter((start) => start > today));
    const last = Math.max(...spans.map(({ end }) => end));
    const isOver = next === Infinity;
    report({
      at: at(sessions).file(),
      message: isOver
        ? 'over'
        : last > today && spans.every(({ start }) => start > today)
          ? 'notBegun'
          : 'between',
      data: { asOf, day: dayText(isOver ? last : next) },
    });
  },
});

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The periods of the active sessions; undefined where there are none or one of them cannot be read. */
function readSpans(table: Table): readonly Span[] | undefined {
  const { start, end, isSound } = periodsOf(table, 'startDate', 'endDate');
  const active = table.active();
  const records = [...active.keys()].filter((record) => active[record] === 1);
  const isKnown = (record: number) =>
    isSound(record) && start(record) !== openStart && end(record) !== openEnd;
  if (records.length === 0 || !records.every(isKnown)) return undefined;
  return records.map((record) => ({ start: start(record), end: end(record) }));
}

/** The classes, if the terms of every one of them are known, and none holds the day. */
function classesInOtherTerms(roster: Roster, today: number): Table | undefined {
  const terms = listLinkOf(roster, 'classes', 'termSourcedIds', 'termSourcedId');
  if (terms?.table.mode !== 'bulk') return undefined;
  const { start, end } = periodsOf(terms.target, 'startDate', 'endDate');
  const isOther = Uint8Array.from({ length: terms.values.size }, (_, code) => {
    const records = terms.targetsOf(code);
    const isCurrent = records.some((record) => start(record) <= today && today < end(record));
    return records.length > 0 && !isCurrent && isResolved(terms, code) ? 1 : 0;
  });
  const active = terms.table.active();
  let count = 0;
  for (let record = 1; record < active.length; record++) {
    if (active[record] !== 1) continue;
    if (isOther[terms.values.codes[record] ?? 0] !== 1) return undefined;
    count++;
  }
  return count > 0 ? terms.table : undefined;
}
