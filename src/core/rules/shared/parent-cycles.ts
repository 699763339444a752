import type { References } from '../../model/references';
import { noField } from '../../model/distinct-values';

/** The parent of each active record in a table whose records name others of it, by record; 0 where there is none. */
export function parentsOf(references: References): Int32Array {
  const targets = references.singleTargets();
  const { codes } = references.values;
  const active = references.table.active();
  return Int32Array.from(active, (isActive, record) =>
    isActive === 1 ? (targets[codes[record] ?? noField] ?? 0) : 0,
  );
}

/** The rings of records that are their own ancestors, each from its first record on, in the order of the file. */
export function parentCycles(parents: Int32Array): readonly (readonly number[])[] {
  const walkOf = new Int32Array(parents.length);
  const cycles: (readonly number[])[] = [];
  for (let record = 1; record < parents.length; record++) {
    let at = record;
    while (at > 0 && walkOf[at] === 0) {
      walkOf[at] = record;
      at = parents[at] ?? 0;
    }
    if (at > 0 && walkOf[at] === record) cycles.push(ringFrom(parents, at));
  }
  return cycles;
}

function ringFrom(parents: Int32Array, start: number): readonly number[] {
  const ring = [start];
  for (let at = parents[start] ?? 0; at > 0 && at !== start; at = parents[at] ?? 0) ring.push(at);
  const first = ring.indexOf(Math.min(...ring));
  return [...ring.slice(first), ...ring.slice(0, first)];
}
