import type { ManifestRow } from '../model/manifest';
import { defineRule } from './engine/define-rule';
import { intactRows, propertyPlace, readableManifest } from './shared/manifest-rows';

export default defineRule({
  id: 'manifest-duplicate-property',
  area: 'manifest',
  severity: 'error',
  summary: 'The manifest states a property twice.',
  versions: ['1.1', '1.2'],
  messages: {
    same: '"{value}" is stated already in record {firstRecord}; each property stands once',
    contradiction:
      '"{value}" is "{second}" here and "{first}" in record {firstRecord}; each property stands once',
    first: '"{value}" stands here first',
  },
  roster(context) {
    const { roster, report } = context;
    const manifest = readableManifest(roster);
    if (manifest === undefined) return;
    const { table } = manifest;
    const places = context.at(table);
    const firsts = new Map<string, ManifestRow>();
    for (const row of intactRows(manifest)) {
      const first = firsts.get(row.property);
      if (first === undefined) {
        firsts.set(row.property, row);
        continue;
      }
      report({
        at: propertyPlace(table, places, row),
        message: first.value === row.value ? 'same' : 'contradiction',
        data: { first: first.value, second: row.value, firstRecord: first.record + 1 },
        related: [{ at: propertyPlace(table, places, first), message: 'first' }],
      });
    }
  },
});
