import { fieldCount } from '../csv/field';
import type { Table } from '../model/table';
import { isBlankLine } from '../rules/shared/blank-line';
import { defineFixes } from './engine/define-fixes';
import { leaveOut } from './shared/leave-out';
import { lineEndOf } from './shared/line-end';
import { withoutRecords } from './shared/remove-record';

export default defineFixes({
  safety: 'either',
  *fixes(context) {
    const { table, problem } = context;
    if (table === undefined) return;
    const { file, textStart, fact } = table;
    if (problem.messageId === 'empty') {
      const changes = leaveOut(context, table);
      if (changes !== undefined)
        yield { safety: 'unsafe', title: context.say('Leave {file} out', { file }), changes };
    } else if (problem.messageId === 'blankLine') {
      const last = lastBlankAtStart(table);
      if (last + 1 >= table.recordCount) return;
      yield {
        safety: 'safe',
        title: context.say('Take out the empty lines at the start'),
        changes: () => [{ kind: 'edit', columns: true, file, edits: [withoutRecords(table, 0, last)] }],
      };
    } else if (fact?.columns.length === fieldCount(table.scan, 0)) {
      const text = `${fact.columns.map(({ name }) => name).join(',')}${lineEndOf(table)}`;
      const edits = [{ start: textStart, end: textStart, text }];
      yield {
        safety: 'unsafe',
        title: context.say('Begin with the names of the columns'),
        changes: () => [{ kind: 'edit', columns: true, file, edits }],
      };
    }
  },
});

function lastBlankAtStart({ scan, recordCount }: Table): number {
  let last = 0;
  while (last + 1 < recordCount && isBlankLine(scan, last + 1)) last++;
  return last;
}
