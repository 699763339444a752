import { pairHeader } from '../rules/shared/header-pairs';
import { defineFixes, type Fix, type FixContext } from './engine/define-fixes';
import { isEmptyColumn, removeColumn } from './shared/columns';
import type { FieldPlace } from './shared/replace-part';
import { fieldOf } from './shared/replace-value';
import { writeSuggestion, writeText } from './shared/write-suggestion';

/** An empty column goes; a misspelt one gets its name; one behind those of the table becomes a column of one's own. */
export default defineFixes({
  safety: 'either',
  *fixes(context) {
    const place = fieldOf(context);
    if (place === undefined) return;
    const { table, column } = place;
    if (['misspelt', 'renamed'].includes(context.problem.messageId)) {
      yield* writeSuggestion(context, 'unsafe');
      return;
    }
    if (table.isRegular && isEmptyColumn(table, column)) {
      yield {
        safety: 'safe',
        title: context.say('Take out the empty column'),
        changes: () => [removeColumn(table, column)],
      };
      return;
    }
    if (isBehindTable(context, place)) yield* asOwn(context);
  },
});

function isBehindTable({ roster }: FixContext, { table, column }: FieldPlace): boolean {
  const pairs = pairHeader(roster, table);
  const known = new Set(pairs?.expected.map(({ name }) => name));
  return pairs?.names.some((each) => each.index > column && known.has(each.column ?? '')) === false;
}

function asOwn(context: FixContext): readonly Fix[] {
  const { prefix } = context.roster.specification.extensionColumns;
  const name = context.problem.value?.trim() ?? '';
  const stem = prefix.replace('.', '');
  const own = name.toLowerCase().startsWith(stem) ? name.slice(stem.length).replace(/^\W+/, '') : name;
  const renamed = `${prefix}${own}`;
  const isTaken = context.table?.header.some((each) => each.toLowerCase() === renamed.toLowerCase()) === true;
  return /^\w[\w.-]*$/.test(own) && !isTaken ? writeText(context, renamed, 'unsafe') : [];
}
