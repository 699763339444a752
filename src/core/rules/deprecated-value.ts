import { defineRule } from './engine/define-rule';
import { deprecatedValue, isAllowed, allowedValues } from './shared/allowed-values';
import { hasToBeBlank } from './shared/lifecycle';
import { typedItems } from './shared/typed-items';

export default defineRule({
  id: 'deprecated-value',
  area: 'value',
  severity: 'warning',
  versions: ['1.1'],
  summary: 'A field holds a value of an earlier version that this one only tolerates.',
  messages: {
    deprecated:
      '{field} is "{value}", a word of an earlier version that not every reader still knows; write "{suggestion}"',
  },
  value({ fact, table, name, version }) {
    if (fact?.deprecatedValues === undefined || hasToBeBlank(fact, table)) return undefined;
    const allowed = allowedValues(fact, version);
    return {
      check(value, report) {
        for (const { text, from, to } of typedItems(value, fact)) {
          if (allowed !== undefined && isAllowed(allowed, text)) continue;
          const known = deprecatedValue(fact, text);
          if (known === undefined) continue;
          const data = { suggestion: known.replacement };
          report({ message: 'deprecated', data, from, to, group: `${table.file} ${name} ${known.value}` });
        }
      },
    };
  },
});
