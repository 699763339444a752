import { noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import type { Steps } from '../steps';
import { defineRule } from './engine/define-rule';
import { eachRecord } from './shared/each-record';
import { foldedCodes } from './shared/folded-codes';
import { PairNumbers } from './shared/pair-numbers';
import { birthDays, familyMembers, middleNamesAgree, nameNumbers } from './shared/people';
import { idCodes } from './shared/repeated-values';

type Message = 'born' | 'mail' | 'first';

export default defineRule<Message>({
  id: 'duplicate-person',
  area: 'key',
  severity: 'information',
  summary: 'Two people with different ids have the same name and the same birth date or e-mail address.',
  messages: {
    born: '{field} "{value}" has the same name and birth date as "{other}", in record {firstRecord}; perhaps they are one person',
    mail: '{field} "{value}" has the same name and e-mail address as "{other}", in record {firstRecord}; perhaps they are one person',
    first: 'The other record',
  },
  *rosterSteps({ roster, at, report }) {
    const table = roster.table('users');
    if (table?.readable !== true) return;
    const key = table.columnIndex('sourcedId');
    if (key < 0) return;
    yield* eachPair(roster, table, ({ record, first, message }) => {
      report({
        at: () => at(table).field(record, key),
        message,
        data: { other: at(table).field(first, key).value ?? '', firstRecord: String(first + 1) },
        group: String(first),
        related: [{ at: () => at(table).field(first, key), message: 'first' }],
      });
    });
  },
});

interface Pair {
  readonly record: number;
  readonly first: number;
  readonly message: 'born' | 'mail';
}

/** Finds each record that seems to be the person of an earlier one. What `duplicate-email` says already is left out. */
function* eachPair(roster: Roster, table: Table, found: (pair: Pair) => void): Steps<void> {
  const nameOf = nameNumbers(table);
  yield;
  const birthOf = birthDays(roster);
  yield;
  const mailOf = mailNumbers(table);
  yield;
  const isFamily = familyMembers(roster);
  const agree = middleNamesAgree(table);
  const ids = idCodes(table);
  const active = table.active();
  const mailRule = roster.profile.severities['duplicate-email'] !== 'off';
  const byBirth = new FirstRecords();
  const byMail = new FirstRecords();
  yield* eachRecord(active.length, (record) => {
    const name = active[record] === 1 ? nameOf(record) : 0;
    if (name === 0) return;
    const birth = birthOf(record);
    const mail = mailOf(record);
    const sameBirth = birth > 0 ? byBirth.firstOf(name, birth, record) : record;
    const sameMail = mail > 0 ? byMail.firstOf(name, mail, record) : record;
    const isSaid = mailRule && sameMail !== record && !(isFamily(record) && isFamily(sameMail));
    if (isSaid) return;
    const first = sameBirth === record ? sameMail : sameBirth;
    if (first === record || ids?.[first] === ids?.[record] || !agree(first, record)) return;
    found({ record, first, message: sameBirth === record ? 'mail' : 'born' });
  });
}

/** The first record of each kind, a kind being two numbers. */
class FirstRecords {
  readonly #kinds = new PairNumbers();
  readonly #records = [0];

  /** The one given, where it is the first of its kind. */
  firstOf(left: number, right: number, record: number): number {
    const kind = this.#kinds.numberOf(left, right);
    if (kind === this.#records.length) this.#records.push(record);
    return this.#records[kind] ?? record;
  }
}

/** A number for each person's e-mail address, letter case left aside; 0 where there is none, and where no other has it. */
function mailNumbers(table: Table): (userRecord: number) => number {
  const column = table.columnIndex('email');
  if (column < 0) return () => 0;
  const values = table.values(column);
  const { codes } = values;
  const folded = foldedCodes(values);
  const counts = new Uint32Array(values.size);
  for (let record = 1; record < codes.length; record++) {
    const mail = folded[codes[record] ?? noField] ?? 0;
    counts[mail] = (counts[mail] ?? 0) + 1;
  }
  return (record) => {
    const mail = folded[codes[record] ?? noField] ?? 0;
    return (counts[mail] ?? 0) > 1 ? mail : 0;
  };
}
