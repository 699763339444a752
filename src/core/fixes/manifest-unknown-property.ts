import { defineFixes } from './engine/define-fixes';
import { withoutRecords } from './shared/remove-record';
import { writeText } from './shared/write-suggestion';

export default defineFixes({
  safety: 'either',
  *fixes(context) {
    const { table, problem, roster } = context;
    if (table === undefined || problem.record === undefined) return;
    const record = problem.record - 1;
    const { suggestion } = problem.data;
    const isStated = roster.manifestRows.some(({ property }) => property === suggestion);
    if (typeof suggestion === 'string' && !isStated) {
      const isCase = suggestion.toLowerCase() === problem.value?.trim().toLowerCase();
      yield* writeText(context, suggestion, isCase ? 'safe' : 'unsafe');
      return;
    }
    yield {
      safety: 'unsafe',
      title: context.say('Take out the row'),
      changes: () => [{ kind: 'edit', file: table.file, edits: [withoutRecords(table, record)] }],
    };
  },
});
