import { noField } from '../model/distinct-values';
import type { References } from '../model/references';
import { defineRule } from './engine/define-rule';
import { identifiedRecords } from './shared/completeness';
import { listLinkOf } from './shared/links';
import { referenceItemTexts } from './shared/reference-item-text';
import { textIn } from './shared/meanings';
import { userKinds } from './shared/user-kinds';

type Message = 'oneSided' | 'agent';

export default defineRule<Message>({
  id: 'agent-not-reciprocal',
  area: 'sense',
  severity: 'information',
  summary: 'A person names an agent who does not name the person in return.',
  messages: {
    oneSided: '{field} names "{value}", who does not name "{person}" in return',
    agent: 'What the agent names',
  },
  roster({ roster, at, report }) {
    const agents = listLinkOf(roster, 'users', 'agentSourcedIds', 'agents');
    if (agents === undefined || agents.values.size === 1) return;
    const { table, column, values } = agents;
    const kindOf = userKinds(roster);
    const { oneSided, hasMutual } = readRelations(agents);
    for (const record of oneSided) {
      for (const { item, from, to } of referenceItemTexts(agents, values.codes[record] ?? noField)) {
        const agent = item.record ?? item.nearRecord ?? 0;
        if (!isOneSided(agents, record, agent)) continue;
        // A student who is a student's agent is another rule's.
        if (kindOf?.(record) === 'student' && kindOf(agent) === 'student') continue;
        report({
          at: () => at(table).field(record, column, from, to),
          message: 'oneSided',
          data: { person: textIn(table, record, 'sourcedId') },
          // Where no relation goes both ways, the export does not make them so.
          ...(hasMutual ? {} : { group: table.file }),
          related: [{ at: () => at(table).field(agent, column), message: 'agent' }],
        });
      }
    }
  },
});

interface Relations {
  /** The active records with an agent who does not name them. */
  readonly oneSided: readonly number[];
  readonly hasMutual: boolean;
}

function readRelations(agents: References): Relations {
  const oneSided: number[] = [];
  let hasMutual = false;
  for (const record of identifiedRecords(agents.table, agents.targetColumn)) {
    const named = agents.targets(record);
    if (named.length === 0) continue;
    if (named.some((agent) => isOneSided(agents, record, agent))) oneSided.push(record);
    hasMutual ||= named.some((agent) => agent !== record && agents.targets(agent).includes(record));
  }
  return { oneSided, hasMutual };
}

function isOneSided(agents: References, record: number, agent: number): boolean {
  if (agent === 0 || agents.table.active()[agent] !== 1) return false;
  return !agents.targets(agent).includes(record);
}
