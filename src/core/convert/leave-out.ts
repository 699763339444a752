import { contentText } from '../csv/field';
import { emptyCode, noField } from '../model/distinct-values';
import type { References } from '../model/references';
import type { Steps } from '../steps';
import type { FieldPlan } from './field-plan';
import type { StepContext } from './step-context';
import type { TablePlan } from './table-plan';

/**
 * What names a record that is left out cannot stay as it is: it is left out too where it has to name one, else the name goes. Of a
 * delta file nothing follows, for the consumer may have the record.
 */
export function* followLeftOut(context: StepContext): Steps<void> {
  const settled = new Map<TablePlan, number>();
  for (;;) {
    const changed = [...context.plans.values()].filter(
      (plan) => plan.hasLeftOut && plan.table.mode === 'bulk' && settled.get(plan) !== countOf(plan),
    );
    if (changed.length === 0) return;
    for (const gone of changed) {
      settled.set(gone, countOf(gone));
      for (const plan of context.plans.values()) {
        for (const field of plan.fields) follow(context, plan, field, gone);
        yield;
      }
    }
  }
}

function countOf({ leftOut }: TablePlan): number {
  return leftOut.reduce((sum, flag) => sum + flag, 0);
}

function follow({ roster }: StepContext, plan: TablePlan, field: FieldPlan, gone: TablePlan): void {
  if (field.fact?.reference === undefined || field.column < 0) return;
  const references = roster.references(plan.table, field.column);
  if (references?.target !== gone.table) return;
  const { values } = references;
  const column = plan.table.header[field.column] ?? '';
  const affected = new Map<number, string>();
  for (let code = emptyCode + 1; code < values.size; code++) {
    const left = itemsLeft(references, code, gone);
    if (left === undefined) continue;
    affected.set(code, left);
    if (left !== '' || field.fact.required !== true) field.setValue(code, left);
  }
  if (affected.size === 0) return;
  for (let record = 1; record < plan.table.recordCount; record++) {
    const code = values.codes[record] ?? noField;
    const left = affected.get(code);
    if (left === undefined || !plan.isKept(record)) continue;
    const value = values.text(code);
    if (left === '' && field.fact.required === true)
      plan.leaveOut(record, { reason: 'referenceLeftOut', column, value });
    else
      plan.later(
        () =>
          plan.isKept(record) && plan.remark({ reason: 'itemLost', column, value, newValue: left }, record),
      );
  }
}

/** A list without the items that name records that are left out; undefined where there are none. */
function itemsLeft(references: References, code: number, gone: TablePlan): string | undefined {
  const items = references.items(code);
  const kept = items.filter(({ record }) => record === undefined || gone.isKept(record));
  if (kept.length === items.length) return undefined;
  const { bytes } = references.values;
  return kept.map(({ start, end }) => contentText(bytes, start, end)).join(',');
}
