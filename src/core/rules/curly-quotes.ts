import { specification } from '../spec/specification';
import type { ColumnContext } from './engine/define-rule';
import { defineRule } from './engine/define-rule';
import { hasLooseQuote } from './shared/typed-items';

export default defineRule({
  id: 'curly-quotes',
  area: 'spreadsheet',
  severity: 'warning',
  summary: 'A text has the curly quotation marks or apostrophes of a word processor.',
  messages: {
    curly: '{field} is "{value}", with curly marks that other systems write straight: "{suggestion}"',
  },
  value(column) {
    if (!isFreeText(column)) return undefined;
    return {
      passesPlain: true,
      check(value, report) {
        if (hasLooseQuote(value.bytes, value.start, value.end)) return;
        const suggestion = straightened(value.text);
        if (suggestion !== value.text) report({ message: 'curly', data: { suggestion } });
      },
    };
  },
});

/** Where values are of a certain kind, the rule about that kind rejects the marks. Passwords are not to be quoted. */
function isFreeText({ fact, table, name, version }: ColumnContext): boolean {
  if (table.fact === undefined || table.fact.name === 'manifest') return false;
  if (fact === undefined) return name.startsWith(specification(version).extensionColumns.prefix);
  if (fact.format === 'password' || fact.format === 'user-ids' || fact.format === 'score-scale') return false;
  return fact.type === 'string' || fact.type === 'id' || (fact.type === 'guid' && version === '1.0');
}

function straightened(text: string): string {
  return text.replace(/[\u2018\u2019\u201a\u201b]/g, "'").replace(/[\u201c-\u201f]/g, '"');
}
