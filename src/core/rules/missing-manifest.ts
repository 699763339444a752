import { defineRule } from './engine/define-rule';
import { surveyFiles } from './shared/roster-files';

export default defineRule({
  id: 'missing-manifest',
  area: 'manifest',
  severity: 'error',
  summary: 'The roster has no manifest.csv.',
  versions: ['1.1', '1.2'],
  messages: {
    missing:
      '{missing} is missing; OneRoster {version} demands it, and tells by it which files are sent and how',
  },
  roster(context) {
    const { roster, version, report } = context;
    const missing = roster.specification.manifest?.file;
    if (missing === undefined || roster.profile.manifest === 'optional') return;
    if (!surveyFiles(roster).isMissing(missing)) return;
    report({ at: context.file(missing), message: 'missing', data: { missing, version } });
  },
});
