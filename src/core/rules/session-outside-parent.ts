import { defineRule } from './engine/define-rule';
import { linkOf } from './shared/links';
import { parentCycles, parentsOf } from './shared/parent-cycles';
import { dayText, openEnd, openStart, periodsOf } from './shared/periods';

type Message = 'outside' | 'parent';

export default defineRule<Message>({
  id: 'session-outside-parent',
  area: 'sense',
  severity: 'warning',
  summary: 'A session begins before or ends after the session that it is part of.',
  messages: {
    outside:
      '{field} is "{value}", but the session is part of "{parent}", which runs from {parentStart} to {parentEnd}',
    parent: 'The session that it is part of',
  },
  roster({ roster, at, report }) {
    const link = linkOf(roster, 'academicSessions', 'parentSourcedId');
    if (link === undefined) return;
    const { table, references, targetColumn } = link;
    const { startColumn, endColumn, start, end, isSound } = periodsOf(table, 'startDate', 'endDate');
    const parents = parentsOf(references);
    const inRing = new Set(parentCycles(parents).flat());
    for (let record = 1; record < parents.length; record++) {
      const parent = parents[record] ?? 0;
      if (parent === 0 || inRing.has(record) || !isSound(record) || !isSound(parent)) continue;
      const isWithin = (day: number) => day >= start(parent) && day < end(parent);
      const startsOutside = start(record) !== openStart && !isWithin(start(record));
      const endsOutside = end(record) !== openEnd && end(record) > end(parent);
      if (!startsOutside && !endsOutside) continue;
      report({
        at: () => at(table).field(record, startsOutside ? startColumn : endColumn),
        message: 'outside',
        data: {
          parent: table.values(targetColumn).text(table.values(targetColumn).codes[parent] ?? 0),
          parentStart: dayText(start(parent)),
          parentEnd: dayText(end(parent)),
        },
        related: [{ at: () => at(table).record(parent), message: 'parent' }],
      });
    }
  },
});
