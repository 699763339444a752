import { emptyCode, noField } from '../model/distinct-values';
import type { ColumnFact } from '../spec/types';
import type { Steps } from '../steps';
import { newerName, type OtherwiseFact, type ValuesFact } from './conversion-facts';
import { convertValue, type ColumnPair, type ConvertedValue } from './convert-value';
import type { FieldPlan } from './field-plan';
import { isGradeCode } from './grade-codes';
import type { Remark } from './notes';
import type { StepContext } from './step-context';
import type { TablePlan } from './table-plan';

/** How many values are converted in one step. */
const atOnce = 2048;

/** Converts the values of a column, each distinct one once, and notes what does not come through whole; in steps. */
export function* convertField(
  context: StepContext,
  plan: TablePlan,
  field: FieldPlan,
  from: ColumnFact,
): Steps<void> {
  const { table, fact } = plan;
  const to = field.fact;
  if (to === undefined) return;
  const { step } = context;
  const column = newerName(step, fact.name, to.name);
  const rule = step.fact.values.find((each) => each.table === fact.name && each.column === column);
  const extensionPrefix = context.roster.specification.extensionValues?.prefix;
  const isCaseOpen = step.direction === 'toNewer' && step.fact.leavesCaseOpen === true;
  const pair: ColumnPair = { from, to, direction: step.direction, rule, isCaseOpen, extensionPrefix };
  if (mayStay(pair)) return;
  const values = table.values(field.column);
  const remarks = new Map<number, Omit<Remark, 'file'>>();
  const wordless: number[] = [];
  for (let code = emptyCode + 1; code < values.size; code++) {
    if (code % atOnce === 0) yield;
    const value = values.text(code);
    const converted = convertValue(value, pair);
    if (converted.outcome === 'none' && hasOtherwise(context, rule)) wordless.push(code);
    else {
      if (converted.text !== value) field.setValue(code, converted.text);
      const remark = remarkOn(value, converted, pair);
      if (remark !== undefined) remarks.set(code, remark);
    }
  }
  if (rule?.otherwise !== undefined && wordless.length > 0) {
    replaceWordless(context, plan, field, from, new Set(wordless), rule.otherwise);
  }
  settle(plan, field, remarks);
}

/** Whether no value of a column can be another in the other version. */
function mayStay({ from, to, rule, isCaseOpen }: ColumnPair): boolean {
  if (isCaseOpen && to.type === 'boolean') return false;
  if (rule !== undefined || from.type !== to.type || from.format !== to.format) return false;
  if (to.type === 'enumeration')
    return (
      (from.values ?? []).every(({ value }) => isIn(value, to)) &&
      from.extensible === to.extensible &&
      from.deprecatedValues === undefined
    );
  if (to.format === 'grade') return to.vocabulary === undefined;
  return true;
}

function isIn(word: string, { values }: ColumnFact): boolean {
  return values?.some(({ value }) => value === word) === true;
}

function hasOtherwise({ step }: StepContext, rule: ValuesFact | undefined): boolean {
  return step.direction === 'toOlder' && rule?.otherwise !== undefined;
}

function remarkOn(
  value: string,
  { text: newValue, outcome }: ConvertedValue,
  { from, to }: ColumnPair,
): Omit<Remark, 'file'> | undefined {
  const column = from.name;
  const isPerValue = to.type === 'enumeration';
  const codes = to.format === 'grade' ? to.vocabulary?.values : undefined;
  if (codes !== undefined && !isGradeCode(newValue, new Set(codes.map((code) => code.value)))) {
    return { reason: 'noCode', column, value, isPerValue: true };
  }
  switch (outcome) {
    case 'same':
      return undefined;
    case 'respelt':
      return { reason: 'respelt', column, value, newValue };
    case 'less':
      if (newValue === value) return { reason: 'otherMeaning', column, value, isPerValue };
      return { reason: isPerValue ? 'lessValue' : 'lessText', column, value, newValue, isPerValue };
    case 'none':
      return to.required === true
        ? { reason: 'valueLeftOut', column, value, isPerValue }
        : { reason: 'noValue', column, value, isPerValue };
  }
}

/** Leaves out the records that cannot do without a value, and puts off the rest until it is known which records are kept. */
function settle(plan: TablePlan, field: FieldPlan, remarks: ReadonlyMap<number, Omit<Remark, 'file'>>): void {
  if (remarks.size === 0) return;
  const { table } = plan;
  const { codes } = table.values(field.column);
  for (let record = 1; record < table.recordCount; record++) {
    const remark = remarks.get(codes[record] ?? noField);
    if (remark?.reason === 'valueLeftOut') plan.leaveOut(record, remark);
  }
  plan.later(() => {
    for (let record = 1; record < table.recordCount; record++) {
      const remark = remarks.get(codes[record] ?? noField);
      if (remark !== undefined && plan.isKept(record)) plan.remark(remark, record);
    }
  });
}

/** Gives records with values that have no word the one that the facts name for their case. */
function replaceWordless(
  { roster }: StepContext,
  plan: TablePlan,
  field: FieldPlan,
  from: ColumnFact,
  wordless: ReadonlySet<number>,
  facts: readonly OtherwiseFact[],
): void {
  const { table } = plan;
  const values = table.values(field.column);
  const named = facts.map(
    ({ namedBy = [] }) => new Set(namedBy.flatMap((place) => [...namedRecords(place)])),
  );
  const wordFor = (record: number) =>
    facts.find(({ namedBy }, index) => namedBy === undefined || named[index]?.has(record) === true)?.value ??
    '';
  const words = new Map<number, string>();
  for (let record = 1; record < table.recordCount; record++) {
    if (!wordless.has(values.codes[record] ?? noField)) continue;
    const word = wordFor(record);
    words.set(record, word);
    field.setRecord(record, word);
  }
  plan.later(() => {
    for (const [record, newValue] of words) {
      const value = values.text(values.codes[record] ?? 0);
      const remark = { reason: 'lessValue', column: from.name, value, newValue, isPerValue: true } as const;
      if (plan.isKept(record)) plan.remark(remark, record);
    }
  });

  function* namedRecords({
    table: name,
    column,
  }: {
    readonly table: Parameters<typeof roster.table>[0];
    readonly column: string;
  }) {
    const naming = roster.table(name);
    const references =
      naming === undefined ? undefined : roster.references(naming, naming.columnIndex(column));
    if (references?.target !== table) return;
    for (let code = 1; code < references.values.size; code++) yield* references.targetsOf(code);
  }
}
