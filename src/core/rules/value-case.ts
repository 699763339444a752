import { defineRule } from './engine/define-rule';
import { allowedValues, inRightCase, isAllowed } from './shared/allowed-values';
import { hasToBeBlank } from './shared/lifecycle';
import { typedItems } from './shared/typed-items';

export default defineRule({
  id: 'value-case',
  area: 'value',
  severity: 'error',
  summary: 'A value is right but for its upper and lower case letters.',
  messages: { case: '{field} is "{value}"; letter case counts, so write "{suggestion}"' },
  value({ fact, table, version }) {
    if (fact === undefined || hasToBeBlank(fact, table)) return undefined;
    const allowed = allowedValues(fact, version);
    if (allowed === undefined) return undefined;
    // 1.0 does not say how its true and false are written.
    const severity = version === '1.0' && fact.type === 'boolean' ? { severity: 'warning' as const } : {};
    return {
      check(value, report) {
        for (const { text, from, to } of typedItems(value, fact)) {
          if (isAllowed(allowed, text)) continue;
          const suggestion = inRightCase(allowed, text);
          if (suggestion === undefined) continue;
          report({ message: 'case', data: { suggestion }, from, to, ...severity });
        }
      },
    };
  },
});
