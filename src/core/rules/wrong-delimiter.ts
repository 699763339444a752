import { otherDelimiter } from '../model/header';
import { defineRule } from './engine/define-rule';
import { phrase } from '../text/say';

const names = { ';': phrase('semicolons'), '\t': phrase('tabs'), '|': phrase('vertical bars') } as const;

export default defineRule({
  id: 'wrong-delimiter',
  area: 'csv',
  severity: 'error',
  summary: 'The columns are separated by something else than commas.',
  runsOn: 'any-table',
  messages: {
    found:
      'The columns are separated by {delimiter}; OneRoster files have commas. Nothing else in the file was checked',
  },
  table({ table, at, report }) {
    const delimiter = otherDelimiter(table.header);
    if (table.fact === undefined || delimiter === undefined) return;
    report({
      at: at.field(0, 0),
      message: 'found',
      data: { delimiter: names[delimiter], character: delimiter },
    });
  },
});
