import { noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { defineRule } from './engine/define-rule';
import { foldedCodes } from './shared/folded-codes';
import { linkOf } from './shared/links';
import { familyMembers, middleNamesAgree, nameNumbers } from './shared/people';
import { dayReader } from './shared/periods';
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
  roster({ roster, at, report }) {
    const table = roster.table('users');
    if (table?.readable !== true) return;
    const key = table.columnIndex('sourcedId');
    if (key < 0) return;
    for (const { record, first, message } of pairs(roster, table)) {
      report({
        at: () => at(table).field(record, key),
        message,
        data: { other: at(table).field(first, key).value ?? '', firstRecord: String(first + 1) },
        group: String(first),
        related: [{ at: () => at(table).field(first, key), message: 'first' }],
      });
    }
  },
});

interface Pair {
  readonly record: number;
  readonly first: number;
  readonly message: 'born' | 'mail';
}

/** Each record that seems to be the person of an earlier one. What `duplicate-email` says already is left out. */
function* pairs(roster: Roster, table: Table): Generator<Pair> {
  const nameOf = nameNumbers(table);
  const birthOf = birthDays(roster);
  const mailOf = mailNumbers(table);
  const isFamily = familyMembers(roster);
  const agree = middleNamesAgree(table);
  const ids = idCodes(table);
  const active = table.active();
  const mailRule = roster.profile.severities['duplicate-email'] !== 'off';
  const byBirth = new Map<number, number>();
  const byMail = new Map<number, number>();
  for (let record = 1; record < active.length; record++) {
    const name = active[record] === 1 ? nameOf(record) : 0;
    if (name === 0) continue;
    const birth = birthOf(record);
    const mail = mailOf.of(record);
    const sameBirth = birth > 0 ? firstOf(byBirth, name * 100_000_000 + birth, record) : record;
    const sameMail = mail > 0 ? firstOf(byMail, name * mailOf.count + mail, record) : record;
    const isSaid = mailRule && sameMail !== record && !(isFamily(record) && isFamily(sameMail));
    if (isSaid) continue;
    const first = sameBirth === record ? sameMail : sameBirth;
    if (first === record || ids?.[first] === ids?.[record] || !agree(first, record)) continue;
    yield { record, first, message: sameBirth === record ? 'mail' : 'born' };
  }
}

/** The first record with a key: the one given, where it is the first. */
function firstOf(known: Map<number, number>, key: number, record: number): number {
  const first = known.get(key);
  if (first !== undefined) return first;
  known.set(key, record);
  return record;
}

/** The birth date of each person, by the record in users.csv; 0 where it is not known. */
function birthDays(roster: Roster): (userRecord: number) => number {
  const link = linkOf(roster, 'demographics', 'sourcedId', 'userSourcedId');
  if (link === undefined) return () => 0;
  const { table } = link;
  const column = table.header.findIndex(
    (name, index) => name.toLowerCase() === 'birthdate' && table.columnFact(index)?.type === 'date',
  );
  const dayOf = dayReader(table, column, 0);
  const days = new Int32Array(link.target.scan.recordCount);
  for (let record = 1; record < table.scan.recordCount; record++) days[link.of(record)] = dayOf(record);
  days[0] = 0;
  return (record) => days[record] ?? 0;
}

function mailNumbers(table: Table): { readonly of: (record: number) => number; readonly count: number } {
  const column = table.columnIndex('email');
  if (column < 0) return { of: () => 0, count: 1 };
  const values = table.values(column);
  const folded = foldedCodes(table.scan.bytes, values);
  return { of: (record) => folded[values.codes[record] ?? noField] ?? 0, count: values.size };
}
