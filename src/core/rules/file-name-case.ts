import { defineRule } from './engine/define-rule';
import { rosterFiles, versionFile } from './shared/roster-files';

export default defineRule({
  id: 'file-name-case',
  area: 'package',
  severity: 'error',
  summary: 'The name of a file is right but for upper and lower case.',
  messages: {
    case: '{name} has to be named {suggestion}: upper and lower case count',
  },
  roster(context) {
    const { roster, report } = context;
    const files = rosterFiles(roster);
    const names = new Set(files.map(({ name }) => name));
    for (const { path, name } of files) {
      const suggestion = versionFile(roster, name);
      // With both names there, duplicate-entry speaks of them.
      if (suggestion === undefined || names.has(suggestion)) continue;
      report({ at: context.file(path), message: 'case', data: { name, suggestion } });
    }
  },
});
