import type { JobConfig, JsonNode } from './config';
import type { JsonReader } from './json-reader';

const jobSettings = ['target', 'prepare', 'prepareMinutes', 'freshHours', 'notify'] as const;

/** What a run by itself does beside checking and delivering. */
export function checkJob(reader: JsonReader, node: JsonNode | undefined): JobConfig {
  if (node === undefined) return {};
  const config: { -readonly [K in keyof JobConfig]: JobConfig[K] } = {};
  for (const property of reader.properties(node, '"job"')) {
    const { name, value } = property;
    if (name === 'target' || name === 'prepare' || name === 'notify') {
      const text = reader.text(value, `"${name}"`);
      if (text !== undefined) config[name] = text;
    } else if (name === 'prepareMinutes' || name === 'freshHours') {
      const number = reader.wholeNumber(value, `"${name}"`, 1);
      if (number !== undefined) config[name] = number;
    } else reader.unknown(property, jobSettings, '"job"');
  }
  return config;
}
