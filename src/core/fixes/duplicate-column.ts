import { noField } from '../model/distinct-values';
import type { Table } from '../model/table';
import { defineFixes } from './engine/define-fixes';
import { isEmptyColumn, removeColumn } from './shared/columns';
import { fieldOf } from './shared/replace-value';

/** A column that says nothing, or the same as the other, is not missed. */
export default defineFixes({
  safety: 'safe',
  *fixes(context) {
    const place = fieldOf(context);
    const first = Number(context.problem.data['first']) - 1;
    if (place === undefined || !context.table?.isRegular) return;
    const { table, column } = place;
    const spare = isEmptyColumn(table, column) || saySame(table, column, first) ? column : first;
    if (spare === first && !isEmptyColumn(table, first)) return;
    yield {
      safety: 'safe',
      title: isEmptyColumn(table, spare)
        ? context.say('Take out the empty column')
        : context.say('Take out the repeated column'),
      changes: () => [removeColumn(table, spare)],
    };
  },
});

function saySame(table: Table, one: number, other: number): boolean {
  const left = table.values(one);
  const right = table.values(other);
  const twins = Array.from({ length: left.size }, (_, code) => right.findValue(left, code));
  return left.codes.every(
    (code, record) => record === 0 || code === noField || twins[code] === right.codes[record],
  );
}
