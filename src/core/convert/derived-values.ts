import { noField } from '../model/distinct-values';
import type { References } from '../model/references';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { sourceName, type FilledFact } from './conversion-facts';
import type { StepContext } from './step-context';

/** Tells what a column would get in a record of a table that has nothing to put there; empty where that cannot be told. */
export type Derived = (record: number) => string;

/** How a column of the newer version is filled, looking at a roster of either. */
export function derivedValues(context: StepContext, table: Table, fact: FilledFact): Derived {
  if ('value' in fact) return () => fact.value;
  if ('record' in fact) return addedRecord(context, fact.record);
  const { roster } = context;
  switch (fact.derived) {
    case 'school-year':
      return schoolYears(roster, table);
    case 'top-organization': {
      const top = topOrganization(roster);
      return () => top;
    }
    case 'from-reference':
      return fieldsOfNamed(context, table, fact.reference, fact.field);
  }
}

/** The id of a record that is added once it is asked for. An id that is taken is not taken again. */
function addedRecord(
  { roster, added }: StepContext,
  { table, values }: Extract<FilledFact, { readonly record: unknown }>['record'],
): Derived {
  const known = roster.table(table);
  const ids = new Set<string>();
  const column = known?.columnIndex('sourcedId') ?? -1;
  if (known !== undefined && column >= 0) {
    const found = known.values(column);
    for (let code = 1; code < found.size; code++) ids.add(found.text(code));
  }
  let id = values.sourcedId;
  for (let number = 2; ids.has(id); number++) id = `${values.sourcedId}-${String(number)}`;
  return () => {
    if (!added.some((each) => each.table === table && each.values['sourcedId'] === id)) {
      added.push({ table, values: { ...values, sourcedId: id, orgSourcedId: topOrganization(roster) } });
    }
    return id;
  };
}

/** The year in which the school year of a session ends. */
function schoolYears(roster: Roster, table: Table): Derived {
  const parents = firstTargets(roster, table, 'parentSourcedId');
  const [type, end] = [table.columnIndex('type'), table.columnIndex('endDate')];
  return (record) => {
    if (type < 0 || end < 0) return '';
    const seen = new Set<number>();
    for (let at = record; at > 0 && !seen.has(at); at = parents(at)) {
      seen.add(at);
      if (table.text(at, type) === 'schoolYear') return yearOfEnd(table.text(at, end), true);
    }
    return yearOfEnd(table.text(record, end), false);
  };
}

/** A session on its own that ends from August on is one of the first of its school year. */
function yearOfEnd(endDate: string, isSchoolYear: boolean): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(endDate) ?? [];
  if (year === undefined) return '';
  // The end itself is no part of the session.
  const isOver = month === '01' && day === '01';
  const last = isOver ? Number(year) - 1 : Number(year);
  const isAutumn = isOver || Number(month) >= 8;
  return String(isAutumn && !isSchoolYear ? last + 1 : last);
}

/** The organization above all others; of several the first. */
export function topOrganization(roster: Roster): string {
  const orgs = roster.table('orgs');
  const column = orgs?.columnIndex('sourcedId') ?? -1;
  if (orgs === undefined || column < 0 || orgs.recordCount < 2) return '';
  const parents = firstTargets(roster, orgs, 'parentSourcedId');
  const seen = new Set<number>();
  let top = 1;
  for (let at = 1; at > 0 && !seen.has(at); at = parents(at)) {
    seen.add(at);
    top = at;
  }
  return orgs.text(top, column);
}

function fieldsOfNamed(
  { roster, step }: StepContext,
  table: Table,
  reference: string,
  field: string,
): Derived {
  const name =
    table.fact === undefined || table.fact.name === 'manifest'
      ? reference
      : sourceName(step, table.fact.name, reference);
  const references = roster.references(table, table.columnIndex(name));
  const targets = firstTargets(roster, table, name);
  const column = references?.target.columnIndex(field) ?? -1;
  if (references === undefined || column < 0) return () => '';
  return (record) => {
    const target = targets(record);
    return target === 0 ? '' : references.target.text(target, column);
  };
}

/** The record that a record's reference names, or 0. */
function firstTargets(roster: Roster, table: Table, column: string): (record: number) => number {
  const references: References | undefined = roster.references(table, table.columnIndex(column));
  if (references === undefined) return () => 0;
  const targets = references.singleTargets();
  const { codes } = references.values;
  return (record) => {
    const code = codes[record] ?? noField;
    return code === noField ? 0 : (targets[code] ?? 0);
  };
}
