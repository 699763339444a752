import { noField } from '../model/distinct-values';
import { defineRule } from './engine/define-rule';
import { eachCombination } from './shared/combinations';
import { columnOf } from './shared/links';
import { codesMeaning, meanings } from './shared/meanings';

type Message = 'primary';

export default defineRule<Message>({
  id: 'primary-on-non-teacher',
  area: 'sense',
  severity: 'warning',
  summary: 'Somebody is marked as primary teacher who is not enrolled as a teacher.',
  messages: {
    primary:
      '{field} is "{value}" for somebody enrolled as {role}; only the main teacher of a class is primary',
  },
  *rosterSteps({ roster, at, report }) {
    const role = columnOf(roster, 'enrollments', 'role');
    const primary = columnOf(roster, 'enrollments', 'primary');
    if (role === undefined || primary === undefined) return;
    const { table } = role;
    const isTrue = codesMeaning(table, primary.column, 'true');
    const roles = meanings(table, role.column);
    const [ofRoles, ofPrimaries] = [table.values(role.column), table.values(primary.column)];
    const { codes: roleCodes } = ofRoles;
    const { codes: primaryCodes } = ofPrimaries;
    yield* eachCombination(table.active(), [ofRoles, ofPrimaries], (record) => {
      if (isTrue[primaryCodes[record] ?? noField] !== 1) return false;
      const found = roles[roleCodes[record] ?? noField] ?? 'teacher';
      if (found === 'teacher') return false;
      report({
        at: () => at(table).field(record, primary.column),
        message: 'primary',
        data: { role: found, suggestion: 'false' },
        group: found,
      });
      return true;
    });
  },
});
