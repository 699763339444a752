import { emptyCode, noField } from '../model/distinct-values';
import type { Table } from '../model/table';
import type { TableName } from '../spec/catalog.generated';
import type { ColumnFact, TableFact } from '../spec/types';
import type { Steps } from '../steps';
import { newerName, sourceName, type FilledFact } from './conversion-facts';
import { convertField } from './convert-field';
import { derivedValues } from './derived-values';
import { FieldPlan } from './field-plan';
import type { Remark } from './notes';
import type { StepContext } from './step-context';
import { TablePlan } from './table-plan';

/** Decides how the records of a table become those of the same table in the other version, in steps. */
export function* planTable(context: StepContext, table: Table, fact: TableFact): Steps<TablePlan> {
  const plan = new TablePlan(table, fact, context.notes);
  leaveOutMisshapen(plan);
  for (const column of fact.columns) {
    const source = sourceColumn(context, table, fact.name, column.name);
    const field = new FieldPlan(column.name, table, source, column, plan.isQuoted);
    plan.fields.push(field);
    if (isMoved(context, fact.name, column.name)) continue;
    const from = source < 0 ? undefined : table.columnFact(source);
    if (from !== undefined) yield* convertField(context, plan, field, from);
    fillBlanks(context, plan, field, from);
    yield;
  }
  for (let column = 0; column < width(table); column++) {
    if (!plan.fields.some((field) => field.column === column)) carryOrDrop(context, plan, column);
    yield;
  }
  return plan;
}

/** A column by its name in the old version or, where somebody has used it too early, by its new one. */
function sourceColumn({ step }: StepContext, table: Table, name: TableName, column: string): number {
  const old = table.columnIndex(sourceName(step, name, column));
  return old >= 0 ? old : table.columnIndex(column);
}

/** The columns that a spreadsheet left at the end are none. */
function width(table: Table): number {
  return table.trailingFrom() ?? table.header.length;
}

/** Records that cannot be read by column cannot be carried by column; blank ones hold nothing. */
function leaveOutMisshapen(plan: TablePlan): void {
  const { table } = plan;
  if (table.isRegular) return;
  for (let record = 1; record < table.recordCount; record++) {
    if (!table.isIntact(record) && !table.isBlank(record)) plan.leaveOut(record, { reason: 'shapeLeftOut' });
  }
}

/** Whether a column's values come from another table, or go to one: see `SplitFact`. */
function isMoved({ step }: StepContext, table: TableName, column: string): boolean {
  const { split } = step.fact;
  return split?.table === table && (column === split.list || column === split.value);
}

/** Fills what the old version has nothing for. What must not be blank and cannot be filled keeps its record from being carried over. */
function fillBlanks(
  context: StepContext,
  plan: TablePlan,
  field: FieldPlan,
  from: ColumnFact | undefined,
): void {
  const { table, fact } = plan;
  const filled = fillOf(context, fact.name, field.name);
  if (filled === undefined && field.fact?.required !== true) return;
  // What was to be filled before, and is not, is a mistake that a conversion neither mends nor punishes.
  if (filled === undefined && field.column >= 0 && (from === undefined || from.required === true)) return;
  const derived = filled === undefined ? undefined : derivedValues(context, table, filled);
  const codes = field.column < 0 ? undefined : table.values(field.column).codes;
  const texts = new Map<number, string>();
  for (let record = 1; record < table.recordCount; record++) {
    if (codes !== undefined && codes[record] !== emptyCode) continue;
    if (!plan.isKept(record) || table.isBlank(record)) continue;
    const text = derived?.(record) ?? '';
    if (text !== '') field.setRecord(record, text);
    if (text !== '' || from === undefined || filled !== undefined) texts.set(record, text);
    else plan.leaveOut(record, { reason: 'blankLeftOut', column: from.name });
  }
  plan.later(() => remarkFilled(plan, field.name, texts));
}

function remarkFilled(plan: TablePlan, column: string, texts: ReadonlyMap<number, string>): void {
  const remarks = new Map<string, Omit<Remark, 'file'>>([['', { reason: 'stillBlank', column }]]);
  for (const [record, newValue] of texts) {
    if (!plan.isKept(record)) continue;
    const remark = remarks.get(newValue) ?? { reason: 'filled', column, newValue, isPerValue: true };
    remarks.set(newValue, remark);
    plan.remark(remark, record);
  }
}

function fillOf({ step }: StepContext, table: TableName, column: string): FilledFact | undefined {
  if (step.direction === 'toOlder') return undefined;
  return step.fact.filled.find((each) => each.table === table && each.column === column);
}

/** A column of one's own goes along; one of the old version that the new one does not have stays behind. */
function carryOrDrop(context: StepContext, plan: TablePlan, column: number): void {
  const { table, fact } = plan;
  const name = table.header[column] ?? '';
  const isOwn = table.columnFact(column) === undefined;
  if (isOwn || name.startsWith(context.target.extensionColumns.prefix)) {
    plan.fields.push(new FieldPlan(name, table, column, undefined, plan.isQuoted));
    return;
  }
  const { split } = context.step.fact;
  const isSplit = split?.table === fact.name && (name === split.list || name === split.value);
  if (!isSplit || context.step.direction === 'toOlder')
    plan.later(() => remarkDropped(context, plan, column));
}

/** What the way back would bring again is not lost. */
function remarkDropped(context: StepContext, plan: TablePlan, column: number): void {
  const { table, fact } = plan;
  const name = table.header[column] ?? '';
  const { step } = context;
  const filled = step.fact.filled.find(
    (each) => each.table === fact.name && each.column === newerName(step, fact.name, name),
  );
  const isRestored = step.direction === 'toOlder' && filled !== undefined && !('record' in filled);
  const back = isRestored ? derivedValues(context, table, filled) : undefined;
  const values = table.values(column);
  let remark: Omit<Remark, 'file'> | undefined;
  for (let record = 1; record < table.recordCount; record++) {
    const code = values.codes[record] ?? noField;
    if (code === noField || code === emptyCode || !plan.isKept(record)) continue;
    if (back !== undefined && back(record) === values.text(code)) continue;
    remark ??= { reason: 'noColumn', column: name, value: values.text(code) };
    plan.remark(remark, record);
  }
}
