import { nearestName } from '../spec/nearest-name';
import { defineRule, type ValueReport } from './engine/define-rule';
import {
  allowedValues,
  deprecatedValue,
  inRightCase,
  isAllowed,
  replacementOf,
  type AllowedValues,
} from './shared/allowed-values';
import { hasToBeBlank } from './shared/lifecycle';
import { typedItems } from './shared/typed-items';

type Message = 'unknown' | 'near' | 'replaced' | 'extensionEmpty';

export default defineRule<Message>({
  id: 'invalid-value',
  area: 'value',
  severity: 'error',
  summary: 'A field holds a value that is not in the list of values of its column.',
  messages: {
    unknown: '{field} is "{value}"; allowed: {allowed}',
    near: '{field} is "{value}", which probably means "{suggestion}"; allowed: {allowed}',
    replaced: '{field} is "{value}", which OneRoster {version} writes "{suggestion}"; allowed: {allowed}',
    extensionEmpty: '{field} is "{value}", and after "{prefix}" a name has to follow; allowed: {allowed}',
  },
  value({ fact, table, name, version }) {
    if (fact === undefined || hasToBeBlank(fact, table)) return undefined;
    const allowed = allowedValues(fact, version);
    if (allowed === undefined) return undefined;
    return {
      check(value, report) {
        for (const { text, from, to } of typedItems(value, fact)) {
          if (isAllowed(allowed, text) || inRightCase(allowed, text) !== undefined) continue;
          if (deprecatedValue(fact, text) !== undefined) continue;
          report({ from, to, ...describe(allowed, name, text, version) });
        }
      },
    };
  },
});

function describe(
  allowed: AllowedValues,
  column: string,
  text: string,
  version: string,
): ValueReport<Message> {
  const { values, prefix } = allowed;
  const list = { allowed: [...values, ...(prefix === undefined ? [] : [`${prefix}…`])].join(', ') };
  if (prefix !== undefined && text.toLowerCase().startsWith(prefix)) {
    return { message: 'extensionEmpty', data: { ...list, prefix } };
  }
  const replacement = replacementOf(column, text);
  if (replacement !== undefined && values.has(replacement)) {
    return { message: 'replaced', data: { ...list, suggestion: replacement, version } };
  }
  const suggestion = (values.has('true') ? asBoolean(text) : undefined) ?? nearestName(text, values);
  return suggestion === undefined
    ? { message: 'unknown', data: list }
    : { message: 'near', data: { ...list, suggestion } };
}

/** What exports write for true and false. */
function asBoolean(text: string): 'true' | 'false' | undefined {
  if (/^(?:1|y|yes|t)$/i.test(text)) return 'true';
  return /^(?:0|n|no|f)$/i.test(text) ? 'false' : undefined;
}
