import { decodeUtf8 } from '../../text/utf8';
import type { ReferenceItem, References } from '../../model/references';

const quote = 0x22;

/** An item of a reference column as text, and where it stands in its field's value. */
export interface ReferenceItemText {
  readonly item: ReferenceItem;
  readonly id: string;
  /** UTF-16 units from the start of the value. */
  readonly from: number;
  readonly to: number;
}

/** The items of the value `code` as texts. The value is read once, however many items it has. */
export function referenceItemTexts(references: References, code: number): readonly ReferenceItemText[] {
  const { bytes } = references.values;
  let at = references.values.start(code);
  const isQuoted = at > 0 && bytes[at - 1] === quote;
  let length = 0;
  return references.items(code).map((item) => {
    const from = length + text(at, item.start).length;
    const id = text(item.start, item.end);
    at = item.end;
    length = from + id.length;
    return { item, id, from, to: length };
  });

  function text(start: number, end: number): string {
    const found = decodeUtf8(bytes, start, end);
    return isQuoted ? found.replaceAll('""', '"') : found;
  }
}
