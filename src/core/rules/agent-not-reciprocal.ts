import { noField } from '../model/distinct-values';
import type { References } from '../model/references';
import { defineRule } from './engine/define-rule';
import type { Steps } from '../steps';
import { identifiedRecords } from './shared/completeness';
import { eachStretch } from './shared/each-record';
import { ListReader, listLinkOf } from './shared/links';
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
  *rosterSteps({ roster, at, report }) {
    const agents = listLinkOf(roster, 'users', 'agentSourcedIds', 'agents');
    if (agents === undefined || agents.values.size === 1) return;
    const { table, column, values } = agents;
    const kindOf = userKinds(roster);
    const relations = new Relations(agents);
    yield* relations.find();
    for (const record of relations.oneSided) {
      for (const { item, from, to } of referenceItemTexts(agents, values.codes[record] ?? noField)) {
        const agent = item.record ?? item.nearRecord ?? 0;
        if (!relations.isOneSided(record, agent)) continue;
        // A student who is a student's agent is another rule's.
        if (kindOf?.(record) === 'student' && kindOf(agent) === 'student') continue;
        report({
          at: () => at(table).field(record, column, from, to),
          message: 'oneSided',
          data: { person: textIn(table, record, 'sourcedId') },
          // Where no relation goes both ways, the export does not make them so.
          ...(relations.hasMutual ? {} : { group: table.file }),
          related: [{ at: () => at(table).field(agent, column), message: 'agent' }],
        });
      }
    }
  },
});

/** Who names whom as an agent. */
class Relations {
  readonly #lists: ListReader;
  readonly #active: Uint8Array;
  /** The active records with an agent who does not name them. */
  readonly oneSided: number[] = [];
  hasMutual = false;
  readonly #agents: References;

  constructor(agents: References) {
    this.#agents = agents;
    this.#lists = new ListReader(agents);
    this.#active = agents.table.active();
  }

  *find(): Steps<void> {
    const { table, targetColumn } = this.#agents;
    const records = identifiedRecords(table, targetColumn);
    yield* eachStretch(0, records.length, (from, to) => {
      for (let place = from; place < to; place++) this.#look(records[place] ?? 0);
    });
  }

  #look(record: number): void {
    const lists = this.#lists;
    if (lists.isEmpty(record)) return;
    if (lists.some(record, (agent) => this.isOneSided(record, agent))) this.oneSided.push(record);
    this.hasMutual ||= lists.some(record, (agent) => agent !== record && lists.names(agent, record));
  }

  isOneSided(record: number, agent: number): boolean {
    return agent !== 0 && this.#active[agent] === 1 && !this.#lists.names(agent, record);
  }
}
