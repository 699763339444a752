import { keyColumn } from '../rules/shared/key-column';
import { defineFixes } from './engine/define-fixes';
import { takeOut } from './shared/remove-record';

/** Two enrollments that differ by their ids alone are one. */
export default defineFixes({
  safety: 'unsafe',
  fixes(context) {
    const { table, problem } = context;
    const record = (problem.record ?? 0) - 1;
    const first = Number(problem.data['firstRecord']) - 1;
    if (table === undefined) return [];
    const columns = [...table.header.keys()].filter((column) => column !== keyColumn(table));
    if (columns.some((column) => table.text(record, column) !== table.text(first, column))) return [];
    return takeOut(context, {
      safety: 'unsafe',
      title: context.say('Take out the repeated enrollment'),
      titleForAll: context.say('Take out repeated enrollments'),
    });
  },
});
