import { byteOrderMark } from '../text/utf8';
import { defineRule } from './engine/define-rule';

export default defineRule({
  id: 'byte-order-mark',
  area: 'bytes',
  severity: 'information',
  summary: 'A file begins with a byte order mark.',
  runsOn: 'any-table',
  messages: {
    found:
      'The file begins with a byte order mark, which is allowed; some readers take it for a part of the first column name',
  },
  table({ table, at, report }) {
    if (table.fact === undefined || table.scan.textStart === 0) return;
    report({ at: at.bytes(0, byteOrderMark.length), message: 'found' });
  },
});
