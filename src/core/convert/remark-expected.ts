import { emptyCode, noField } from '../model/distinct-values';
import type { StepContext } from './step-context';
import type { TablePlan } from './table-plan';

/** Notes what the newer version wants filled beside something, and the older has nothing for. */
export function remarkExpected({ step }: StepContext, plan: TablePlan): void {
  if (step.direction === 'toOlder') return;
  const { table } = plan;
  for (const { table: name, column, beside } of step.fact.expected) {
    const other = plan.field(beside);
    if (name !== plan.fact.name || other === undefined || other.column < 0 || table.columnIndex(column) >= 0)
      continue;
    const { codes } = table.values(other.column);
    const remark = { reason: 'stillBlank', column } as const;
    plan.later(() => {
      for (let record = 1; record < table.recordCount; record++) {
        const code = codes[record] ?? noField;
        if (code !== emptyCode && code !== noField && plan.isKept(record)) plan.remark(remark, record);
      }
    });
  }
}
