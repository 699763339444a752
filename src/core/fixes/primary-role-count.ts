import { defineFixes } from './engine/define-fixes';
import { fieldOf } from './shared/replace-value';
import { writeText } from './shared/write-suggestion';

/** The first one stays primary. */
export default defineFixes({
  safety: 'unsafe',
  *fixes(context) {
    const place = fieldOf(context);
    const others =
      place?.table.columnFact(place.column)?.values?.filter(({ value }) => value !== 'primary') ?? [];
    const [other] = others;
    if (other !== undefined && others.length === 1) yield* writeText(context, other.value, 'unsafe');
  },
});
