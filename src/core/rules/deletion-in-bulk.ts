import { defineRule } from './engine/define-rule';
import { hasToBeBlank } from './shared/lifecycle';

export default defineRule({
  id: 'deletion-in-bulk',
  area: 'value',
  severity: 'warning',
  versions: ['1.1', '1.2'],
  summary: 'A bulk file has records marked as deleted, which a bulk file does by leaving them out.',
  messages: {
    deleted: '{field} is "{value}"; a bulk file deletes a {recordName} by leaving the record out',
  },
  value({ fact, table, name, roster }) {
    if (name !== 'status' || fact === undefined || !hasToBeBlank(fact, table)) return undefined;
    // Where filled fields are an error of their own, that error says it all.
    const configured = roster.profile.severities['lifecycle-in-bulk'];
    if (configured === undefined || configured === 'error') return undefined;
    const data = { recordName: table.fact?.record ?? 'record' };
    return {
      check(value, report) {
        if (value.text.trim().toLowerCase() !== 'tobedeleted') return;
        report({ message: 'deleted', data, group: table.file });
      },
    };
  },
});
