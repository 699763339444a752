import { emptyCode } from '../../model/distinct-values';
import type { Table } from '../../model/table';
import type { Steps } from '../../steps';
import { eachCombination, type Runs } from './combinations';
import type { Link } from './links';

/** Which records of a link's table are to be counted, and the column that this is a matter of. */
export interface Counted {
  readonly values: Runs;
  readonly counts: (record: number) => boolean;
}

/**
 * The active records of a link's target that no record of its table names, found in steps. None where that cannot be said: one of the files
 * is a delta file, the table has no records, or most of its references lead nowhere.
 */
export function* unnamedRecords(link: Link | undefined, counted?: Counted): Steps<readonly number[]> {
  if (link === undefined || !canJudge(link)) return [];
  const named = yield* namedRecords(link, counted);
  return identifiedRecords(link.target, link.targetColumn, (record) => named[record] !== 1);
}

/**
 * The active records whose id is there and stands for them: of several with one id, references lead to the first, and
 * another rule speaks of the others.
 */
export function identifiedRecords(
  table: Table,
  idColumn: number,
  isWanted: (record: number) => boolean = () => true,
): readonly number[] {
  const active = table.active();
  const values = table.values(idColumn);
  const { codes } = values;
  const records: number[] = [];
  for (let record = 1; record < active.length; record++) {
    if (active[record] !== 1 || !isWanted(record)) continue;
    const code = codes[record] ?? emptyCode;
    if (code !== emptyCode && values.firstRecord(code) === record) records.push(record);
  }
  return records;
}

function canJudge({ table, target, references }: Link): boolean {
  if (table.mode !== 'bulk' || target.mode !== 'bulk' || !table.active().includes(1)) return false;
  const targets = references.singleTargets();
  let resolved = 0;
  for (let code = emptyCode + 1; code < targets.length; code++) if (targets[code] !== 0) resolved++;
  return resolved * 2 > targets.length - 1;
}

/** A record with too few or too many fields proves nothing about its other fields, but names what it names. */
function* namedRecords(link: Link, counted: Counted | undefined): Steps<Uint8Array> {
  const { table, target, references } = link;
  const named = new Uint8Array(target.recordCount);
  const active = table.active();
  const areAllActive = !active.includes(0, 1);
  if (counted === undefined && areAllActive) {
    for (const found of references.singleTargets()) named[found] = 1;
    return named;
  }
  const columns = [references.values, ...(counted === undefined ? [] : [counted.values])];
  const name = (record: number) => {
    if (counted?.counts(record) !== false) named[link.of(record)] = 1;
    return false;
  };
  yield* eachCombination(active, columns, name);
  for (let record = 1; !areAllActive && record < active.length; record++) {
    if (active[record] !== 1 && !table.isBlank(record) && !table.isIntact(record)) named[link.of(record)] = 1;
  }
  return named;
}
