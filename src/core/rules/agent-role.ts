import { noField } from '../model/distinct-values';
import { defineRule } from './engine/define-rule';
import { eachRecord } from './shared/each-record';
import { ListReader, listLinkOf } from './shared/links';
import { referenceItemTexts } from './shared/reference-item-text';
import { userKinds } from './shared/user-kinds';

type Message = 'student' | 'there';

export default defineRule<Message>({
  id: 'agent-role',
  area: 'sense',
  severity: 'warning',
  summary: "A student's agent is a student too.",
  messages: {
    student: '{field} names "{value}" as agent of a student, but that person is a student too',
    there: 'The agent',
  },
  *rosterSteps({ roster, at, report }) {
    const agents = listLinkOf(roster, 'users', 'agentSourcedIds', 'agents');
    const kindOf = userKinds(roster);
    if (agents === undefined || agents.values.size === 1 || kindOf === undefined) return;
    const { table, column, values, targetColumn } = agents;
    const isStudent = (record: number | undefined) => record !== undefined && kindOf(record) === 'student';
    const lists = new ListReader(agents);
    const active = table.active();
    yield* eachRecord(active.length, (record) => {
      // Parents name their children, for the relation goes both ways.
      if (active[record] !== 1 || !isStudent(record)) return;
      if (!lists.some(record, isStudent)) return;
      for (const { item, from, to } of referenceItemTexts(agents, values.codes[record] ?? noField)) {
        const agent = item.record ?? item.nearRecord;
        if (agent === undefined || !isStudent(agent)) continue;
        report({
          at: () => at(table).field(record, column, from, to),
          message: 'student',
          related: [{ at: () => at(table).field(agent, targetColumn), message: 'there' }],
        });
      }
    });
  },
});
