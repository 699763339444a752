import { defineFixes } from './engine/define-fixes';
import { usualManifestValue } from './shared/manifest-row';
import { writeText } from './shared/write-suggestion';

/** A file that is there is sent. One that is not there may have been forgotten. */
export default defineFixes({
  safety: 'either',
  *fixes(context) {
    const { problem, roster } = context;
    const fact = roster.specification.manifest?.rows.find(
      ({ property }) => property === problem.data['property'],
    );
    if (fact === undefined) return;
    yield* writeText(
      context,
      usualManifestValue(roster, fact),
      problem.messageId === 'there' ? 'safe' : 'unsafe',
    );
  },
});
