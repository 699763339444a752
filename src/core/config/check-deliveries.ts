import type { DeliveriesConfig, JsonNode } from './config';
import type { JsonReader } from './json-reader';

const deliveriesSettings = ['folder', 'keep'] as const;

/** How deliveries are kept on record. */
export function checkDeliveries(reader: JsonReader, node: JsonNode | undefined): DeliveriesConfig {
  let config: DeliveriesConfig = {};
  if (node === undefined) return config;
  for (const property of reader.properties(node, '"deliveries"')) {
    const { name, value } = property;
    if (name === 'folder') {
      const folder = reader.text(value, '"folder"');
      if (folder !== undefined) config = { ...config, folder };
    } else if (name === 'keep') {
      const keep = reader.wholeNumber(value, '"keep"', 1);
      if (keep !== undefined) config = { ...config, keep };
    } else reader.unknown(property, deliveriesSettings, '"deliveries"');
  }
  return config;
}
