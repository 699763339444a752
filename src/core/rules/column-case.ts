import { defineRule } from './engine/define-rule';
import { pairHeader } from './shared/header-pairs';

export default defineRule({
  id: 'column-case',
  area: 'header',
  severity: 'error',
  summary: 'A column name is right but for the case of its letters.',
  messages: {
    wrong: 'The column "{value}" has to be written "{suggestion}"; letter case counts',
  },
  table({ roster, table, at, report }) {
    for (const { index, kind, column } of pairHeader(roster, table)?.names ?? []) {
      if (kind !== 'case' || column === undefined) continue;
      report({ at: at.field(0, index), message: 'wrong', data: { suggestion: column } });
    }
  },
});
