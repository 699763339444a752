import { otherDelimiter } from '../model/header';
import { namedColumns } from '../model/trailing-columns';
import { defineRule } from './engine/define-rule';

export default defineRule({
  id: 'manifest-header',
  area: 'manifest',
  severity: 'error',
  summary: 'The header of the manifest is not exactly "propertyName,value".',
  messages: {
    missing: '{file} has no header; its first line has to be "{right}"',
    wrong: 'The header is "{found}"; it has to be exactly "{right}"',
  },
  runsOn: 'any-table',
  table({ roster, table, at, report }) {
    if (table.fact?.name !== 'manifest' || otherDelimiter(table.header) !== undefined) return;
    if (table.header.length === 0) return;
    const right = table.fact.columns.map(({ name }) => name).join(',');
    if (roster.manifestRows[0]?.record === 0) {
      report({ at: at.file(), message: 'missing', data: { right } });
      return;
    }
    const found = table.header.slice(0, namedColumns(table.header)).join(',');
    // Other rules speak of blanks, invisible characters and empty columns at the end.
    if (found.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^\s+|\s+$|\s*(,)\s*/gu, '$1') === right) return;
    report({ at: at.record(0), message: 'wrong', data: { found, right } });
  },
});
