import { fileNameOf } from '../model/roster-input';
import { plainZipName } from '../spec/plain-zip-name';
import { defineRule } from './engine/define-rule';

export default defineRule({
  id: 'wrong-zip-name',
  area: 'package',
  severity: 'error',
  summary: 'The zip has another name than the one that the profile demands.',
  messages: {
    name: 'The zip is named "{name}"; {profile} reads only "{suggestion}"',
    plain: 'The zip is named "{name}"; {profile} takes only letters and digits before .zip',
  },
  roster(context) {
    const { roster, report } = context;
    const { input, profile } = roster;
    const name = fileNameOf(input.name.replaceAll('\\', '/'));
    if (input.kind !== 'zip') return;
    const data = { name, profile: profile.title };
    if (profile.zipName !== null) {
      if (name === profile.zipName) return;
      report({ at: context.file(), message: 'name', data: { ...data, suggestion: profile.zipName } });
    } else if (profile.plainZipName && name.replace(/\.zip$/i, '.zip') !== plainZipName(name)) {
      report({ at: context.file(), message: 'plain', data });
    }
  },
});
