import { fieldCount, fieldRange, isEmptyFrom, recordRange } from '../csv/field';
import { defineFixes } from './engine/define-fixes';

export default defineFixes({
  safety: 'safe',
  *fixes({ table, problem, say }) {
    const width = problem.data['columns'];
    if (table === undefined || typeof width !== 'number') return;
    const { scan, file, recordCount } = table;
    yield {
      safety: 'safe',
      title: say('Take out the empty columns at the end'),
      changes: () => {
        const edits = Array.from({ length: recordCount }, (_, record) => record)
          .filter((record) => fieldCount(scan, record) > width && isEmptyFrom(scan, record, width))
          .map((record) => ({
            start: fieldRange(scan, record, width - 1).end,
            end: recordRange(scan, record).end,
            text: '',
          }));
        return [{ kind: 'edit', columns: true, file, edits }];
      },
    };
  },
});
