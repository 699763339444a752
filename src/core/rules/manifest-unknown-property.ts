import { defineRule } from './engine/define-rule';
import { pairProperties, propertyPlace, readableManifest } from './shared/manifest-rows';

export default defineRule({
  id: 'manifest-unknown-property',
  area: 'manifest',
  severity: 'error',
  summary: 'The manifest states a property that the version does not have.',
  versions: ['1.1', '1.2'],
  messages: {
    misspelt: '"{value}" is no property of the manifest; it seems to be meant as "{suggestion}"',
    otherVersion: '"{value}" is a property of OneRoster {versions}, and this roster is of {version}',
    unknown: '"{value}" is no property of the manifest in OneRoster {version}',
  },
  roster(context) {
    const { roster, version, report } = context;
    const manifest = readableManifest(roster);
    if (manifest === undefined) return;
    const { table } = manifest;
    for (const { row, meant, versions } of pairProperties(manifest).unknown) {
      const place = propertyPlace(table, context.at(table), row);
      if (meant !== undefined) {
        report({ at: place, message: 'misspelt', data: { suggestion: meant } });
        continue;
      }
      // The text of the specification does not forbid further properties; some readers do.
      const message = versions.length > 0 ? 'otherVersion' : 'unknown';
      const data = { version, versions: versions.join(' and ') };
      report({ at: place, message, severity: 'warning', data });
    }
  },
});
