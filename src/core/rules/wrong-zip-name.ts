import { fileNameOf } from '../model/roster-input';
import { defineRule } from './engine/define-rule';

export default defineRule({
  id: 'wrong-zip-name',
  area: 'package',
  severity: 'error',
  summary: 'The zip has another name than the one that the profile demands.',
  messages: {
    name: 'The zip is named "{name}"; {profile} reads only "{suggestion}"',
  },
  roster(context) {
    const { roster, report } = context;
    const { input, profile } = roster;
    const name = fileNameOf(input.name.replaceAll('\\', '/'));
    if (input.kind !== 'zip' || profile.zipName === null || name === profile.zipName) return;
    const data = { name, profile: profile.title, suggestion: profile.zipName };
    report({ at: context.file(), message: 'name', data });
  },
});
