import { join } from 'node:path';
import { linesOf } from '../../core/csv/scan-lines';
import type { RecordLink } from '../../core/features/record-card';
import type { LineIndex } from '../../core/text/line-index';
import { uriOf } from '../uris';
import type { OpenedTable } from './opened-table';

/** Links that lead to a record's line. */
export function recordLinks({ folder, roster, table, lines }: OpenedTable): RecordLink {
  const known = new Map<string, LineIndex>([[table.file, lines]]);
  return (label, file, record) => {
    const target = roster.tables.find((each) => each.file === file);
    const start = target?.scan.recordStarts[record - 1];
    if (target === undefined || start === undefined) return label;
    const index = known.get(file) ?? linesOf(target.scan);
    known.set(file, index);
    return `[${label}](${uriOf(join(folder, file))}#L${String(index.positionAt(start).line)})`;
  };
}
