import { defineFixes } from './engine/define-fixes';
import { leaveOut } from './shared/leave-out';

export default defineFixes({
  safety: 'unsafe',
  *fixes(context) {
    const { table, problem } = context;
    const changes =
      table === undefined || problem.messageId !== 'leaveOut' ? undefined : leaveOut(context, table);
    if (changes === undefined) return;
    yield { safety: 'unsafe', title: context.say('Leave {file} out', { file: problem.file }), changes };
  },
});
