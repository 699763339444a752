import { columnAt } from '../csv/field';
import { defineFixes } from './engine/define-fixes';
import { insertColumn } from './shared/columns';

export default defineFixes({
  safety: 'safe',
  *fixes({ table, problem, say }) {
    const { column } = problem.data;
    if (table === undefined || typeof column !== 'string') return;
    const behind = problem.start === table.textStart ? -1 : columnAt(table.scan, 0, problem.start);
    yield {
      safety: 'safe',
      title: say('Add the column {column}, empty', { column }),
      changes: () => [insertColumn(table, column, behind)],
    };
  },
});
