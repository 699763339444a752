import { quote } from '../csv/bytes';
import { fieldRange } from '../csv/field';
import type { ByteEdit } from '../edits/byte-edit';
import { defineFixes, type Fix } from './engine/define-fixes';
import { fieldOf } from './shared/replace-value';

/** Where the record has the right number of fields, the quote is closed at the end of its field or is none. */
export default defineFixes({
  safety: 'unsafe',
  *fixes(context) {
    const place = fieldOf(context);
    if (place?.table.isIntact(place.record) !== true) return;
    const { table, record, column } = place;
    const { start, end } = fieldRange(table.scan, record, column);
    if (start !== context.problem.start || table.bytes.subarray(start + 1, end).includes(quote)) return;
    const fix = (title: string, edit: ByteEdit): Fix => ({
      safety: 'unsafe',
      title,
      changes: () => [{ kind: 'edit', file: table.file, edits: [edit] }],
    });
    yield fix(context.say('Close the quote at the end of the field'), { start: end, end, text: '"' });
    yield fix(context.say('Take out the quote'), { start, end: start + 1, text: '' });
  },
});
