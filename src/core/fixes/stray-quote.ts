import { fieldRange } from '../csv/field';
import { csvField } from '../edits/write-field';
import { decodeUtf8 } from '../text/utf8';
import { defineFixes } from './engine/define-fixes';
import { fieldOf } from './shared/replace-value';

/** The value stays as it is read. Where the record has the right number of fields, a quote in the middle is one of the value. */
export default defineFixes({
  safety: 'either',
  *fixes(context) {
    const place = fieldOf(context);
    if (place?.table.isIntact(place.record) !== true) return;
    const { table, record, column } = place;
    const field = fieldRange(table.scan, record, column);
    const raw = decodeUtf8(table.bytes, field.start, field.end);
    const isEnclosed = /^"[^]*"$/.test(raw) && raw.length > 2;
    const value = isEnclosed ? raw.slice(1, -1) : raw;
    yield {
      safety: context.problem.messageId === 'inside' && !isEnclosed ? 'safe' : 'unsafe',
      title: context.say('Double the quotes that belong to the value'),
      changes: () => [{ kind: 'edit', file: table.file, edits: [{ ...field, text: csvField(value, true) }] }],
    };
  },
});
