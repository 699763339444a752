import { pairHeader } from '../rules/shared/header-pairs';
import { defineFixes } from './engine/define-fixes';
import { arrangeColumns, canArrange } from './shared/columns';

/** Columns that the table does not have stay where they are. */
export default defineFixes({
  safety: 'safe',
  *fixes({ roster, table, say }) {
    const pairs = table === undefined ? undefined : pairHeader(roster, table);
    if (table === undefined || pairs === undefined || !canArrange(table)) return;
    const positions = new Map(pairs.expected.map(({ name }, position) => [name, position]));
    const known = pairs.names.flatMap(({ index, column }) => {
      const position = column === undefined ? undefined : positions.get(column);
      return position === undefined ? [] : [{ index, position }];
    });
    const inOrder = [...known].sort((a, b) => a.position - b.position);
    const order = [...table.header.keys()];
    for (const [place, { index }] of known.entries()) order[index] = inOrder[place]?.index ?? index;
    yield {
      safety: 'safe',
      title: say('Put the columns into the order of the table'),
      once: `columns of ${table.file}`,
      changes: () => [arrangeColumns(table, order)],
    };
  },
});
