import type { Table } from '../model/table';
import type { ColumnFact, Severity } from '../spec/types';
import { defineRule } from './engine/define-rule';
import type { DistinctValue } from './engine/distinct-value';

const quote = 0x22;
/** The blanks that take up room, non-breaking ones included: line breaks and zero-width characters have other rules. */
const blank = /^[\t\p{Zs}]$/u;

export default defineRule({
  id: 'surrounding-whitespace',
  area: 'csv',
  severity: 'warning',
  summary: 'A field begins or ends with blanks.',
  messages: {
    start: '{field} begins with a blank: "{value}" should be "{suggestion}"',
    end: '{field} ends with a blank: "{value}" should be "{suggestion}"',
    both: '{field} begins and ends with a blank: "{value}" should be "{suggestion}"',
    only: '{field} holds nothing but blanks; an empty field has none',
    name: 'The column name "{value}" has blanks round it; it should be "{suggestion}"',
  },
  value({ fact, table }) {
    if (table.fact === undefined) return undefined;
    const severity = severityFor(fact);
    return {
      passesPlain: true,
      check(value, report) {
        if (isMalformed(value)) return;
        const text = value.text;
        const suggestion = withoutBlanks(text);
        if (suggestion === text) return;
        if (suggestion === '') {
          if (!needsValue(fact, table)) report({ message: 'only', data: { suggestion }, severity });
          return;
        }
        const message = !isBlank(text[0]) ? 'end' : isBlank(text.at(-1)) ? 'both' : 'start';
        report({ message, data: { suggestion }, severity });
      },
    };
  },
  table({ table, at, report }) {
    if (table.fact === undefined) return;
    for (const [column, name] of table.header.entries()) {
      const suggestion = withoutBlanks(name);
      if (suggestion === name || suggestion === '' || table.isMalformed(0, column)) continue;
      report({ at: at.field(0, column), message: 'name', data: { suggestion }, severity: 'error' });
    }
  },
});

/** In a column that is not free text, a value with blanks is a wrong value. */
function severityFor(fact: ColumnFact | undefined): Severity {
  return fact === undefined || fact.type === 'string' || fact.type === 'id' ? 'warning' : 'error';
}

/** Then blanks alone are no value, which other rules say. */
function needsValue(fact: ColumnFact | undefined, table: Table): boolean {
  return fact?.required === true || (fact?.required === 'delta' && table.mode === 'delta');
}

/** A value with a stray or unclosed quote, whose blanks are a part of that defect. */
function isMalformed({ bytes, start, end }: DistinctValue): boolean {
  if (start > 0 && bytes[start - 1] === quote) return false;
  return bytes.subarray(start, end).includes(quote);
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && blank.test(character);
}

function withoutBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return text.slice(start, end);
}
