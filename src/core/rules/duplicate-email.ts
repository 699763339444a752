import { defineRule } from './engine/define-rule';
import { foldedCodes } from './shared/folded-codes';
import { columnOf } from './shared/links';
import { familyMembers, nameNumbers } from './shared/people';
import { repeatsOf } from './shared/repeated-values';

type Message = 'repeated' | 'samePerson' | 'first';

export default defineRule<Message>({
  id: 'duplicate-email',
  area: 'key',
  severity: 'warning',
  summary: "Two people have the same e-mail address, and are not both of a student's family.",
  messages: {
    repeated: '{field} "{value}" is already that of another person, in record {firstRecord}',
    samePerson:
      '{field} "{value}" is already that of record {firstRecord}, which has the same name: perhaps one person with two ids',
    first: 'The first person with this address',
  },
  *rosterSteps({ roster, at, report }) {
    const place = columnOf(roster, 'users', 'email');
    if (place === undefined) return;
    const { table, column } = place;
    const keys = foldedCodes(table.values(column));
    yield;
    let isFamily: ReturnType<typeof familyMembers> | undefined;
    let nameOf: ReturnType<typeof nameNumbers> | undefined;
    for (const { record, first } of repeatsOf(table, column, keys)) {
      isFamily ??= familyMembers(roster);
      nameOf ??= nameNumbers(table);
      if (isFamily(record) && isFamily(first)) continue;
      const name = nameOf(record);
      report({
        at: () => at(table).field(record, column),
        message: name !== 0 && name === nameOf(first) ? 'samePerson' : 'repeated',
        data: { firstRecord: String(first + 1) },
        group: String(first),
        related: [{ at: () => at(table).field(first, column), message: 'first' }],
      });
    }
  },
});
