import { defineRule } from './engine/define-rule';
import { pairHeader } from './shared/header-pairs';

export default defineRule({
  id: 'no-records',
  area: 'package',
  severity: 'error',
  severityIn: { '1.0': 'information' },
  summary: 'A file has a header and no records.',
  messages: {
    none: '{file} has a header and no records',
    leaveOut:
      '{file} has a header and no records; leave the file out and state in the manifest that it is absent',
    manifest: '{file} has a header and no rows; it has to state the version and what is sent',
  },
  table({ roster, table, version, at, report }) {
    if (table.fact === undefined) return;
    if (table.fact.name === 'manifest') {
      if (roster.manifestRows.length === 0) report({ at: at.file(), message: 'manifest' });
      return;
    }
    if (roster.profile.dispensableFiles.includes(table.fact.file)) return;
    if (table.dataRecords > 0 || pairHeader(roster, table)?.isHeader === false) return;
    report({ at: at.file(), message: version === '1.0' ? 'none' : 'leaveOut' });
  },
});
