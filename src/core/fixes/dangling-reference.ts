import { contentRange } from '../csv/field';
import { defineFixes, type Fix, type FixContext } from './engine/define-fixes';
import { needsValue } from './shared/needs-value';
import { takeOut } from './shared/remove-record';
import { fieldOf } from './shared/replace-value';
import type { FieldPlace } from './shared/replace-part';
import { stubRecord } from './shared/stub-record';
import { writeText } from './shared/write-suggestion';

/** What names nothing goes, or what it names comes. Where a whole file seems to be cut off, neither is right. */
export default defineFixes({
  safety: 'unsafe',
  *fixes(context) {
    const place = fieldOf(context);
    const { messageId, value = '', data } = context.problem;
    if (place === undefined || messageId !== 'missing') return;
    yield* withoutReference(context, place, value);
    const references = context.roster.references(place.table, place.column);
    const stub = references === undefined ? undefined : stubRecord(context, place, references, value);
    if (references === undefined || stub === undefined) return;
    yield {
      safety: 'unsafe',
      title: context.say('Add the {targetRecord} "{value}" to {file}, to be completed', {
        targetRecord: context.say(String(data['targetRecord'])),
        value,
        file: references.target.file,
      }),
      once: `${references.target.file} ${value}`,
      changes: stub,
    };
  },
});

function withoutReference(context: FixContext, place: FieldPlace, id: string): readonly Fix[] {
  const { table, record, column } = place;
  const fact = table.columnFact(column);
  const items = table
    .text(record, column)
    .split(',')
    .map((item) => item.trim());
  const others = fact?.list === true ? items.filter((item) => item !== id && item !== '') : [];
  if (others.length > 0) {
    const whole = { ...context.problem, ...contentRange(table.scan, record, column) };
    return writeText(
      { ...context, problem: whole },
      others.join(','),
      'unsafe',
      context.say('Take "{id}" out of the lists', { id }),
    );
  }
  if (!needsValue(fact, table))
    return writeText(context, '', 'unsafe', context.say('Leave the fields empty'));
  return takeOut(context, {
    safety: 'unsafe',
    title: context.say('Take out the record'),
    titleForAll: context.say('Take out the records that name it'),
  });
}
