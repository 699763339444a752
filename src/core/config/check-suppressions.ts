import { phrase, sentence, sentenceOf } from '../text/say';
import type { JsonNode, Suppression } from './config';
import { isDayText } from './is-day-text';
import type { JsonReader } from './json-reader';

/** The settings of a suppression, in the order in which they are listed to people, and what each is for. */
const meanings = {
  rule: phrase('the rule that finds it'),
  file: phrase('the name of the file, such as "users.csv"'),
  field: phrase('the name of the column'),
  value: phrase('the value that is accepted, or "" for an empty field'),
  reason: phrase('why it is accepted, for those who come later'),
  until: phrase('the last day on which it is accepted, as YYYY-MM-DD'),
} as const;

type Setting = keyof typeof meanings;

const settings = Object.keys(meanings);
const required = ['rule', 'file', 'field', 'value', 'reason'] as const;

/** The suppressions that have a meaning. Each is for one value of one column: what is wider would hide what nobody has seen. */
export function checkSuppressions(
  reader: JsonReader,
  node: JsonNode | undefined,
  ruleIds: readonly string[],
): readonly Suppression[] {
  if (node === undefined) return [];
  return reader.items(node, '"suppress"').flatMap((item) => checkSuppression(reader, item, ruleIds) ?? []);
}

function checkSuppression(
  reader: JsonReader,
  item: JsonNode,
  ruleIds: readonly string[],
): Suppression | undefined {
  const found = new Map<string, JsonNode>();
  for (const property of reader.properties(item, phrase('A suppression'))) {
    if (settings.includes(property.name)) found.set(property.name, property.value);
    else reader.unknown(property, settings, phrase('A suppression'));
  }
  if (item.type !== 'object') return undefined;
  const missing = required.find((name) => !found.has(name));
  if (missing !== undefined)
    reader.report(
      item,
      sentence('A suppression needs "{missing}": {what}', { missing, what: sentenceOf(meanings[missing]) }),
    );
  const read = (name: Setting) => readSetting(reader, name, found.get(name));
  const [rule, file, field, value, reason, until] = [
    read('rule'),
    read('file'),
    read('field'),
    read('value'),
    read('reason'),
    read('until'),
  ];
  const ruleNode = found.get('rule');
  if (rule !== undefined && ruleNode !== undefined && !ruleIds.includes(rule)) {
    reader.unknownRule(ruleNode, rule, ruleIds);
    return undefined;
  }
  if (rule === undefined || file === undefined || field === undefined) return undefined;
  if (value === undefined || reason === undefined) return undefined;
  const { offset: start, length } = item;
  const named = { rule, file, field, value, reason };
  return { ...named, ...(until === undefined ? {} : { until }), start, end: start + length };
}

function readSetting(reader: JsonReader, name: Setting, node: JsonNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (name === 'value') {
    if (typeof node.value === 'string') return node.value;
    reader.report(node, phrase('"value" has to be a text in quotes; "" stands for an empty field'));
    return undefined;
  }
  const text = reader.text(node, `"${name}"`);
  if (text === undefined) return undefined;
  if (name === 'file' && /[/\\]/.test(text)) {
    reader.report(node, phrase('"file" takes the name of a file without its folder, such as "users.csv"'));
  }
  if (name !== 'until' || isDayText(text)) return text;
  reader.report(node, phrase('"until" has to be a day, as YYYY-MM-DD'));
  return undefined;
}
