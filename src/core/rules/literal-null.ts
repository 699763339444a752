import type { Table } from '../model/table';
import type { ColumnFact, Severity } from '../spec/types';
import { defineRule } from './engine/define-rule';
import { hasToBeBlank } from './shared/lifecycle';
import { holdsNullWord, longestNullField, nullWords } from './shared/null-words';

export default defineRule({
  id: 'literal-null',
  area: 'value',
  severity: 'warning',
  summary: 'A field holds a word such as NULL or N/A where it should be empty.',
  messages: {
    empty: '{field} is "{value}", which most readers take for a text; a field without a value is left empty',
    required: '{field} is "{value}", which is no value, and every {recordName} needs one',
  },
  value({ fact, table, name }) {
    if (table.fact === undefined || table.fact.name === 'manifest') return undefined;
    // Filled fields of a bulk file's lifecycle are one defect, whatever they hold.
    if (fact !== undefined && hasToBeBlank(fact, table)) return undefined;
    const message = needsValue(fact, table) ? 'required' : 'empty';
    const found = {
      message,
      severity: severityFor(fact, table),
      data: { recordName: table.fact.record, suggestion: '' },
      group: `${table.file} ${name}`,
    } as const;
    const words = nullWords(fact);
    return {
      mostBytes: longestNullField,
      ...(words === undefined ? {} : { onlyPlain: words }),
      check(value, report) {
        if (holdsNullWord(value, fact)) report(found);
      },
    };
  },
});

/** A reader may take the word for an empty field. That helps nothing where a value of a certain kind is needed. */
function severityFor(fact: ColumnFact | undefined, table: Table): Severity {
  if (fact === undefined || fact.type === 'string' || fact.type === 'id') return 'warning';
  return needsValue(fact, table) ? 'error' : 'warning';
}

function needsValue(fact: ColumnFact | undefined, table: Table): boolean {
  return fact?.required === true || (fact?.required === 'delta' && table.mode === 'delta');
}
