import { defineRule } from './engine/define-rule';
import { linkOf } from './shared/links';
import { meaningReader } from './shared/meanings';

type Message = 'notGradingPeriod' | 'schoolYear' | 'session';

export default defineRule<Message>({
  id: 'line-item-session',
  area: 'sense',
  severity: 'warning',
  versions: ['1.1', '1.2'],
  summary: 'A line item belongs to a session of the wrong type.',
  messages: {
    notGradingPeriod: '{field} names "{value}", a {type}; it should be a gradingPeriod',
    schoolYear: '{field} names "{value}", a whole schoolYear; it should be a part of one, such as a term',
    session: 'The type of the session',
  },
  roster({ roster, version, at, report }) {
    const link = linkOf(roster, 'lineItems', 'gradingPeriodSourcedId', 'academicSessionSourcedId');
    const typeOf = link === undefined ? undefined : meaningReader(link.target, 'type');
    if (link === undefined || typeOf === undefined) return;
    const { table, target, column } = link;
    const active = table.active();
    for (let record = 1; record < active.length; record++) {
      const session = active[record] === 1 ? link.of(record) : 0;
      const type = session === 0 ? undefined : typeOf(session);
      // 1.1 calls the column a grading period; 1.2 opened it to the other parts of a school year.
      const isWrong = version === '1.1' ? type !== 'gradingPeriod' : type === 'schoolYear';
      if (type === undefined || !isWrong) continue;
      report({
        at: () => at(table).field(record, column),
        message: version === '1.1' ? 'notGradingPeriod' : 'schoolYear',
        data: { type },
        group: String(session),
        related: [{ at: () => at(target).field(session, target.columnIndex('type')), message: 'session' }],
      });
    }
  },
});
