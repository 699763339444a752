import { emptyCode, noField } from '../model/distinct-values';
import { defineRule } from './engine/define-rule';
import { columnOf } from './shared/links';
import { codesMeaning, textIn } from './shared/meanings';
import { periodsOf } from './shared/periods';
import { idCodes } from './shared/repeated-values';

type Message = 'another' | 'first';

export default defineRule<Message>({
  id: 'primary-role-count',
  area: 'sense',
  severity: 'error',
  versions: ['1.2'],
  summary: 'A person has more than one primary role at a time in one organization.',
  messages: {
    another:
      '{field} is "{value}", but "{person}" has another primary role in "{org}"; only one may be primary',
    first: 'The other primary role',
  },
  roster({ roster, at, report }) {
    const users = columnOf(roster, 'roles', 'userSourcedId');
    const orgs = columnOf(roster, 'roles', 'orgSourcedId');
    const type = columnOf(roster, 'roles', 'roleType');
    if (users === undefined || orgs === undefined || type === undefined) return;
    const { table } = users;
    const userCodes = table.values(users.column).codes;
    const { codes: orgCodes, size: orgCount } = table.values(orgs.column);
    const typeCodes = table.values(type.column).codes;
    const isPrimary = codesMeaning(table, type.column, 'primary');
    const { start, end, isSound } = periodsOf(table, 'beginDate', 'endDate');
    const active = table.active();
    // A role that stands twice is duplicate-sourced-id's.
    const ids = idCodes(table);
    const known = new Map<number, number[]>();
    for (let record = 1; record < active.length; record++) {
      if (active[record] !== 1 || isPrimary[typeCodes[record] ?? noField] !== 1 || !isSound(record)) continue;
      const user = userCodes[record] ?? emptyCode;
      const org = orgCodes[record] ?? emptyCode;
      if (user === emptyCode || org === emptyCode) continue;
      const key = user * orgCount + org;
      const others = known.get(key);
      const first = others?.find(
        (each) =>
          ids?.[each] !== (ids?.[record] ?? noField) &&
          start(each) < end(record) &&
          start(record) < end(each),
      );
      if (others === undefined) known.set(key, [record]);
      else others.push(record);
      if (first === undefined) continue;
      report({
        at: () => at(table).field(record, type.column),
        message: 'another',
        data: {
          person: textIn(table, record, 'userSourcedId'),
          org: textIn(table, record, 'orgSourcedId'),
        },
        related: [{ at: () => at(table).field(first, type.column), message: 'first' }],
      });
    }
  },
});
