import { contentText } from '../../csv/field';
import type { ReferenceItem, References } from '../../model/references';

/** An item of a reference column as text, and where it stands in its field's value. */
export interface ReferenceItemText {
  readonly id: string;
  /** UTF-16 units from the start of the value. */
  readonly from: number;
  readonly to: number;
}

/** Makes the text of an item of the value `code`. */
export function referenceItemText(
  references: References,
  code: number,
  item: ReferenceItem,
): ReferenceItemText {
  const { table, values } = references;
  const start = values.starts[code] ?? 0;
  const from = contentText(table.scan.bytes, start, item.start).length;
  const value = contentText(table.scan.bytes, start, item.end);
  return { id: value.slice(from), from, to: value.length };
}
