import { defineFixes } from './engine/define-fixes';
import { usualManifestValue } from './shared/manifest-row';
import { writeSuggestion, writeText } from './shared/write-suggestion';

/** What a spreadsheet or a capital letter did is certain; of a file, whether it is there tells the rest. */
export default defineFixes({
  safety: 'either',
  *fixes(context) {
    const { problem, roster } = context;
    const { suggestion, property } = problem.data;
    if (typeof suggestion === 'string') {
      const isCase = suggestion.toLowerCase() === problem.value?.trim().toLowerCase();
      yield* writeSuggestion(context, isCase || problem.messageId === 'number' ? 'safe' : 'unsafe');
      return;
    }
    const fact = roster.specification.manifest?.rows.find((row) => row.property === property);
    const value = fact === undefined ? '' : usualManifestValue(roster, fact);
    if (value !== '') yield* writeText(context, value, 'unsafe');
  },
});
