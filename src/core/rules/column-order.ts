import { defineRule } from './engine/define-rule';
import { pairHeader } from './shared/header-pairs';

export default defineRule({
  id: 'column-order',
  area: 'header',
  severity: 'error',
  summary: 'The columns are not in the order of the table.',
  messages: {
    moved:
      'The columns are not in the order that OneRoster {version} gives: {field} stands where {column} should',
  },
  table({ roster, table, version, at, report }) {
    const pairs = pairHeader(roster, table);
    if (pairs === undefined) return;
    const positions = new Map(pairs.expected.map(({ name }, position) => [name, position]));
    const found = pairs.names.flatMap(({ index, column }) => {
      const position = column === undefined ? undefined : positions.get(column);
      return position === undefined ? [] : [{ index, position }];
    });
    const right = [...found].sort((a, b) => a.position - b.position);
    const moved = found.findIndex(({ position }, order) => position !== right[order]?.position);
    const place = found[moved];
    const column = pairs.expected[right[moved]?.position ?? -1]?.name;
    if (place === undefined || column === undefined) return;
    report({ at: at.field(0, place.index), message: 'moved', data: { column, version } });
  },
});
