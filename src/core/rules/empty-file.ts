import { defineRule } from './engine/define-rule';
import { pairHeader } from './shared/header-pairs';

export default defineRule({
  id: 'empty-file',
  area: 'package',
  severity: 'error',
  summary: 'A file is empty or does not begin with a header.',
  messages: {
    empty:
      '{file} is empty; a file with nothing to say is left out, and one that is there begins with a header',
    blankLine: '{file} begins with an empty line; the first line has to be the header',
    noHeader: '{file} has no header: nothing in its first line is the name of a column',
  },
  runsOn: 'any-table',
  table({ roster, table, at, report }) {
    if (table.fact === undefined) return;
    if (table.recordCount === 0) report({ at: at.file(), message: 'empty' });
    else if (table.header.length === 0) report({ at: at.file(), message: 'blankLine' });
    else if (pairHeader(roster, table)?.isHeader === false) report({ at: at.file(), message: 'noHeader' });
  },
});
