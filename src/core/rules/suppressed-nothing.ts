import { defineRule } from './engine/define-rule';

export default defineRule({
  id: 'suppressed-nothing',
  area: 'configuration',
  severity: 'information',
  summary: 'A suppression, a baseline or a severity accepts what is not there, or its last day has passed.',
  messages: {
    unused: 'This suppression matches nothing: {rule} does not find "{suppressed}" in {column} of {table}',
    ended: 'This suppression ended on {until}; what it suppressed counts again',
    gone: 'Of the known problems of {rule} in {table}, {gone} are there no longer; write the baseline again',
    'baseline-ended': 'This baseline ended on {until}; its known problems ({size}) count again',
  },
  leftovers({ leftovers: { suppressions, baseline }, report }) {
    for (const { suppression, ended, at } of suppressions) {
      const { rule, file: table, field: column, value: suppressed, until = '' } = suppression;
      if (ended) report({ at, message: 'ended', data: { until } });
      else report({ at, message: 'unused', data: { rule, table, column, suppressed } });
    }
    if (baseline === undefined) return;
    const { at, ended, size, gone } = baseline;
    if (ended !== undefined) report({ at, message: 'baseline-ended', data: { until: ended, size } });
    for (const { known, count } of gone) {
      const table = known.file === '' ? 'the roster' : known.file;
      report({ at, message: 'gone', data: { rule: known.rule, table, gone: count } });
    }
  },
});
