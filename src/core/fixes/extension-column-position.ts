import { pairHeader } from '../rules/shared/header-pairs';
import { defineFixes } from './engine/define-fixes';
import { arrangeColumns, canArrange } from './shared/columns';

export default defineFixes({
  safety: 'safe',
  *fixes({ roster, table, say }) {
    const pairs = table === undefined ? undefined : pairHeader(roster, table);
    if (table === undefined || pairs === undefined || !canArrange(table)) return;
    const own = new Set(pairs.names.filter(({ kind }) => kind === 'extension').map(({ index }) => index));
    const columns = [...table.header.keys()];
    const order = [...columns.filter((column) => !own.has(column)), ...own];
    yield {
      safety: 'safe',
      title: say('Put columns of your own behind those of the table'),
      once: `columns of ${table.file}`,
      changes: () => [arrangeColumns(table, order)],
    };
  },
});
