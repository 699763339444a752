import { defineRule } from './engine/define-rule';
import { rosterFiles } from './shared/roster-files';

export default defineRule({
  id: 'unreadable-file',
  area: 'package',
  severity: 'error',
  summary: 'A file is there but cannot be read.',
  messages: {
    unreadable: '{reason}; nothing in it was checked',
  },
  roster(context) {
    const { roster, report } = context;
    for (const { path, failure } of rosterFiles(roster)) {
      if (failure === undefined) continue;
      report({ at: context.file(path), message: 'unreadable', data: { reason: failure.replace(/\.$/, '') } });
    }
  },
});
