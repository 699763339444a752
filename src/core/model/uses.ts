import { noField } from './distinct-values';
import type { Derive, References } from './references';

/** A column of references, read backwards: the records that name a record of the other table. */
export interface Uses {
  readonly references: References;
  /** The records whose field names a record, be it in other letter case, from top to bottom, each once. Not to be changed. */
  records(target: number): Uint32Array;
}

/** Reads a column of references backwards; all of it at the first question. */
export function readBackwards(references: References, derive: Derive): Uses {
  const index = derive(() => indexByTarget(references));
  return {
    references,
    records(target) {
      const { starts, records } = index();
      return records.subarray(starts[target] ?? 0, starts[target + 1] ?? 0);
    },
  };
}

/** The records by the target that they name, one target after the other, and where those of each begin. */
interface TargetIndex {
  readonly starts: Uint32Array;
  readonly records: Uint32Array;
}

function indexByTarget(references: References): TargetIndex {
  const visit = targetVisitor(references);
  const recordCount = references.values.codes.length;
  const starts = new Uint32Array(references.target.recordCount + 1);
  for (let record = 1; record < recordCount; record++) {
    visit(record, (target) => {
      starts[target + 1] = (starts[target + 1] ?? 0) + 1;
    });
  }
  for (let target = 1; target < starts.length; target++) {
    starts[target] = (starts[target] ?? 0) + (starts[target - 1] ?? 0);
  }
  const next = starts.slice();
  const records = new Uint32Array(starts.at(-1) ?? 0);
  for (let record = 1; record < recordCount; record++) {
    visit(record, (target) => {
      const place = next[target] ?? 0;
      records[place] = record;
      next[target] = place + 1;
    });
  }
  return { starts, records };
}

type Visit = (record: number, found: (target: number) => void) => void;

/** Names the records that a record refers to, each once. What a value leads to is worked out once for all its records. */
function targetVisitor(references: References): Visit {
  const { codes } = references.values;
  const isList = references.table.columnFact(references.column)?.list === true;
  if (!isList) {
    const targets = references.singleTargets();
    return (record, found) => {
      const code = codes[record] ?? noField;
      const target = code === noField ? 0 : (targets[code] ?? 0);
      if (target > 0) found(target);
    };
  }
  const known: (readonly number[] | undefined)[] = [];
  return (record, found) => {
    const code = codes[record] ?? noField;
    if (code === noField) return;
    const targets = (known[code] ??= [...new Set(references.targetsOf(code))]);
    for (const target of targets) found(target);
  };
}
