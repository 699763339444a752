import { emptyCode, noField } from '../model/distinct-values';
import { eachRecord } from '../rules/shared/each-record';
import { foldedCodes } from '../rules/shared/folded-codes';
import { isNullWord } from '../rules/shared/null-words';
import type { Steps } from '../steps';
import { standings, type PlacedPeople } from './place-people';
import type { Reason } from './preview';

/** A record that would meet an account which an earlier one has. */
export interface SharedAccount {
  readonly record: number;
  readonly first: number;
  readonly reason: Reason;
}

const reasons = { sourcedId: 'same-sourcedId', username: 'same-username', email: 'same-email' } as const;

/**
 * The records that would share an account with an earlier one: by id, then by the other columns, letter case left aside. A
 * record is told once, however many columns agree.
 */
export function* sharedAccounts(
  people: PlacedPeople,
  columns: readonly ('username' | 'email')[],
): Steps<readonly SharedAccount[]> {
  const found: SharedAccount[] = [];
  const isTold = new Uint8Array(people.table.recordCount);
  for (const name of ['sourcedId', ...columns] as const) {
    const repeats = yield* repeatsOf(people, name);
    for (const each of repeats) {
      if (isTold[each.record] === 1) continue;
      isTold[each.record] = 1;
      found.push(each);
    }
  }
  return found.sort((a, b) => a.record - b.record);
}

function* repeatsOf(
  { table, standing }: PlacedPeople,
  name: keyof typeof reasons,
): Steps<readonly SharedAccount[]> {
  const column = table.columnIndex(name);
  if (column < 0) return [];
  const values = table.values(column);
  const keys = name === 'sourcedId' ? undefined : foldedCodes(values);
  yield;
  const { codes } = values;
  const firsts = new Uint32Array(values.size);
  const found: SharedAccount[] = [];
  yield* eachRecord(table.recordCount, (record) => {
    const code = codes[record] ?? noField;
    if (standing[record] !== standings.active || code === noField || code === emptyCode) return;
    const key = keys?.[code] ?? code;
    if (key === emptyCode) return;
    const first = firsts[key] ?? 0;
    if (first === 0) firsts[key] = record;
    else if (!isNullWord(values.text(code).trim(), table.columnFact(column)))
      found.push({ record, first, reason: reasons[name] });
  });
  return found;
}
