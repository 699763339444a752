import { fieldCount, fieldText } from '../csv/field';
import type { Table } from '../model/table';
import { defineFixes } from './engine/define-fixes';
import { takeOut } from './shared/remove-record';

/** Of two records that say the same, one is enough. Of two that differ nobody can say which is right. */
export default defineFixes({
  safety: 'safe',
  fixes(context) {
    const { table, problem } = context;
    const first = Number(problem.data['firstRecord']) - 1;
    if (table === undefined || !saySame(table, (problem.record ?? 0) - 1, first)) return [];
    return takeOut(context, {
      safety: 'safe',
      title: context.say('Take out the repeated record'),
      titleForAll: context.say('Take out repeated records'),
    });
  },
});

function saySame({ scan }: Table, one: number, other: number): boolean {
  const count = fieldCount(scan, one);
  if (count !== fieldCount(scan, other)) return false;
  for (let column = 0; column < count; column++) {
    if (fieldText(scan, one, column) !== fieldText(scan, other, column)) return false;
  }
  return true;
}
