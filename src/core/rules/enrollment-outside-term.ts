import type { References } from '../model/references';
import { noField } from '../model/distinct-values';
import { defineRule } from './engine/define-rule';
import { eachCombination } from './shared/combinations';
import { isResolved, linkOf, listLinkOf } from './shared/links';
import { dayText, openEnd, openStart, periodsOf } from './shared/periods';

type Message = 'outside' | 'terms';

export default defineRule<Message>({
  id: 'enrollment-outside-term',
  area: 'sense',
  severity: 'warning',
  versions: ['1.1', '1.2'],
  summary: 'An enrollment begins before or ends after the terms of its class.',
  messages: {
    outside: '{field} is "{value}", but the class runs from {termStart} to {termEnd}',
    terms: 'The terms of the class',
  },
  *rosterSteps({ roster, at, report }) {
    const classes = linkOf(roster, 'enrollments', 'classSourcedId');
    const terms = listLinkOf(roster, 'classes', 'termSourcedIds');
    if (classes === undefined || terms === undefined) return;
    const { table } = classes;
    const { startColumn, endColumn, start, end, isSound } = periodsOf(table, 'beginDate', 'endDate');
    const spans = spansByCode(terms);
    const termCodes = terms.values.codes;
    const compared = [classes.column, startColumn, endColumn].filter((column) => column >= 0);
    const columns = compared.map((column) => table.values(column));
    yield* eachCombination(table.active(), columns, (record) => {
      const held = classes.of(record);
      const termCode = termCodes[held] ?? noField;
      const span = held === 0 || termCode === noField ? undefined : spans[termCode];
      if (span === undefined) return false;
      const from = start(record);
      const to = end(record);
      const startsOutside = from !== openStart && (from < span.start || from >= span.end);
      const endsOutside = to !== openEnd && (to > span.end || to <= span.start);
      if ((!startsOutside && !endsOutside) || !isSound(record)) return false;
      report({
        at: () => at(table).field(record, startsOutside ? startColumn : endColumn),
        message: 'outside',
        data: { termStart: dayText(span.start), termEnd: dayText(span.end) },
        // The dates of a whole term are wrong together.
        group: startsOutside
          ? `start ${String(from)} ${String(termCode)}`
          : `end ${String(to)} ${String(termCode)}`,
        related: [{ at: () => at(terms.table).field(held, terms.column), message: 'terms' }],
      });
      return true;
    });
  },
});

interface Span {
  readonly start: number;
  readonly end: number;
}

/** From the first day of the first term to the end of the last; undefined where one of the terms is not known. */
function spansByCode(terms: References): readonly (Span | undefined)[] {
  const { start, end, isSound } = periodsOf(terms.target, 'startDate', 'endDate');
  return Array.from({ length: terms.values.size }, (_, code) => {
    const records = terms.targetsOf(code);
    if (records.length === 0 || !isResolved(terms, code)) return undefined;
    if (
      !records.every((record) => isSound(record) && start(record) !== openStart && end(record) !== openEnd)
    ) {
      return undefined;
    }
    return { start: Math.min(...records.map(start)), end: Math.max(...records.map(end)) };
  });
}
