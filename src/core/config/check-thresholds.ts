import { phrase, sentence } from '../text/say';
import type { Blackout, Thresholds } from '../gate/thresholds';
import type { JsonNode } from './config';
import { isDayText } from './is-day-text';
import type { JsonReader } from './json-reader';

const percentages = ['removed', 'removedOfSchool', 'changed', 'newIds'] as const;
const thresholdSettings = [...percentages, 'few'] as const;

/** The limits of the change gate that are given; a mistake leaves the usual one in force. */
export function checkThresholds(reader: JsonReader, node: JsonNode | undefined): Partial<Thresholds> {
  let thresholds: Partial<Thresholds> = {};
  if (node === undefined) return thresholds;
  for (const property of reader.properties(node, '"thresholds"')) {
    const name = thresholdSettings.find((known) => known === property.name);
    if (name === undefined) {
      reader.unknown(property, thresholdSettings, '"thresholds"');
      continue;
    }
    const value =
      name === 'few' ? readCount(reader, property.value) : readPercent(reader, name, property.value);
    if (value !== undefined) thresholds = { ...thresholds, [name]: value };
  }
  return thresholds;
}

function readPercent(reader: JsonReader, name: string, node: JsonNode): number | undefined {
  const { value } = node;
  if (typeof value === 'number' && value >= 0 && value <= 100) return value;
  reader.report(
    node,
    sentence('"{name}" has to be a number from 0 to 100: the percentage that may pass', { name }),
  );
  return undefined;
}

function readCount(reader: JsonReader, node: JsonNode): number | undefined {
  const { value } = node;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  reader.report(node, phrase('"few" has to be a whole number, 0 or more: so many records may always go'));
  return undefined;
}

const blackoutSettings = ['from', 'until', 'reason'] as const;

/** The periods without deliveries that can be understood. */
export function checkBlackout(reader: JsonReader, node: JsonNode | undefined): readonly Blackout[] {
  if (node === undefined) return [];
  return reader.items(node, '"blackout"').flatMap((item) => checkPeriod(reader, item) ?? []);
}

function checkPeriod(reader: JsonReader, item: JsonNode): Blackout | undefined {
  const found = new Map<string, JsonNode>();
  for (const property of reader.properties(item, phrase('A blackout'))) {
    if (blackoutSettings.some((known) => known === property.name)) found.set(property.name, property.value);
    else reader.unknown(property, blackoutSettings, phrase('A blackout'));
  }
  if (item.type !== 'object') return undefined;
  const missing = (['from', 'until'] as const).find((name) => !found.has(name));
  if (missing !== undefined) {
    reader.report(
      item,
      missing === 'from'
        ? phrase('A blackout needs "from": the first day without deliveries, as YYYY-MM-DD')
        : phrase('A blackout needs "until": the last day without deliveries, as YYYY-MM-DD'),
    );
  }
  const from = readDay(reader, 'from', found.get('from'));
  const until = readDay(reader, 'until', found.get('until'));
  const reasonNode = found.get('reason');
  const reason = reasonNode === undefined ? undefined : reader.text(reasonNode, '"reason"');
  if (from === undefined || until === undefined) return undefined;
  if (until < from) {
    reader.report(
      found.get('until') ?? item,
      sentence('"until" is {until}, which is before "from", {from}', { until, from }),
    );
    return undefined;
  }
  return { from, until, ...(reason === undefined ? {} : { reason }) };
}

function readDay(reader: JsonReader, name: string, node: JsonNode | undefined): string | undefined {
  const text = node === undefined ? undefined : reader.text(node, `"${name}"`);
  if (node === undefined || text === undefined || isDayText(text)) return text;
  reader.report(node, sentence('"{name}" has to be a day, as YYYY-MM-DD', { name }));
  return undefined;
}
