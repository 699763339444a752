import { emptyCode, noField } from '../../model/distinct-values';
import type { References } from '../../model/references';
import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';

/** What kind of record a column of references is about, where its name says it: one of `values` in `column` of its table. */
interface Kind {
  readonly columns: RegExp;
  readonly kindColumn: string;
  readonly values: readonly string[];
}

const kinds: readonly Kind[] = [
  { columns: /^schoolSourcedId/, kindColumn: 'type', values: ['school'] },
  { columns: /^schoolYear/, kindColumn: 'type', values: ['schoolYear'] },
  { columns: /^termSourcedId/, kindColumn: 'type', values: ['term', 'semester', 'gradingPeriod'] },
  { columns: /^gradingPeriod/, kindColumn: 'type', values: ['gradingPeriod'] },
  { columns: /^student/, kindColumn: 'role', values: ['student'] },
  { columns: /^agent/, kindColumn: 'role', values: ['parent', 'guardian', 'relative'] },
];

const isActive = 8;
const isOfKind = 4;
const isNear = 2;
const isAbove = 1;

/** Columns with more values than this are not looked at for what records have in common. */
const mostValues = 5000;

/**
 * Says how likely a record is what a reference is to name: it counts, is of the right kind, has to do with the same school, class
 * or course as the record that is written, and the record above names it.
 */
export function suitabilityIn(
  roster: Roster,
  references: References,
  record: number,
): (target: number) => number {
  const { target, table, column } = references;
  const active = target.active();
  const kind = kindMarks(target, table.header[column] ?? '');
  const near = nearMarks(roster, references, record);
  const above = record > 1 ? references.targets(record - 1) : [];
  return (at) => {
    let sum = active[at] === 1 ? isActive : 0;
    if (kind?.marks[kind.codes[at] ?? noField] === 1) sum += isOfKind;
    for (const { codes, marks } of near) {
      if (marks[codes[at] ?? noField] !== 1) continue;
      sum += isNear;
      break;
    }
    return above.includes(at) ? sum + isAbove : sum;
  };
}

/** Which values of a column say that a record is wanted. */
interface Marks {
  readonly codes: Uint32Array;
  readonly marks: Uint8Array;
}

function kindMarks(target: Table, column: string): Marks | undefined {
  const kind = kinds.find(({ columns }) => columns.test(column));
  const index = kind === undefined ? -1 : target.columnIndex(kind.kindColumn);
  if (kind === undefined || index < 0) return undefined;
  const values = target.values(index);
  const marks = new Uint8Array(values.size);
  for (let code = emptyCode + 1; code < marks.length; code++) {
    if (kind.values.includes(values.text(code).trim())) marks[code] = 1;
  }
  return { codes: values.codes, marks };
}

/** The values that name what the written record names elsewhere: the same school. */
function nearMarks(roster: Roster, { table, column, target }: References, record: number): readonly Marks[] {
  const named = new Map<Table, Set<number>>();
  for (const index of table.header.keys()) {
    const references = index === column ? undefined : roster.references(table, index);
    const targets = references?.targets(record) ?? [];
    if (references === undefined || targets.length === 0 || references.target === target) continue;
    const known = named.get(references.target) ?? new Set();
    for (const at of targets) known.add(at);
    named.set(references.target, known);
  }
  return [...target.header.keys()].flatMap((index) => {
    const references = roster.references(target, index);
    const wanted = references === undefined ? undefined : named.get(references.target);
    if (references === undefined || wanted === undefined || references.values.size > mostValues) return [];
    const marks = new Uint8Array(references.values.size);
    for (let code = emptyCode + 1; code < marks.length; code++) {
      if (references.targetsOf(code).some((at) => wanted.has(at))) marks[code] = 1;
    }
    return [{ codes: references.values.codes, marks }];
  });
}
