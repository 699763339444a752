import { defineRule } from './engine/define-rule';
import { readableManifest } from './shared/manifest-rows';
import { isManifestOnly } from './shared/missing-files';

export default defineRule({
  id: 'manifest-only',
  area: 'package',
  severity: 'information',
  summary: 'The roster holds nothing but its manifest, which means that nothing changes.',
  versions: ['1.1', '1.2'],
  messages: {
    only: 'The roster holds nothing but its manifest; that is valid and means that nothing changes',
  },
  roster(context) {
    const { roster, report } = context;
    const manifest = readableManifest(roster);
    if (manifest === undefined || !isManifestOnly(roster)) return;
    const sent = manifest.rows.some(
      ({ property, value }) => property.startsWith('file.') && value !== 'absent',
    );
    if (!sent) report({ at: context.at(manifest.table).file(), message: 'only' });
  },
});
