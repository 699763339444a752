import { textIn } from '../rules/shared/meanings';
import { defineFixes } from './engine/define-fixes';
import { takeOut } from './shared/remove-record';
import { fieldOf } from './shared/replace-value';
import { writeText } from './shared/write-suggestion';

/** A record that is marked as deleted is left out of a bulk file; blanking its status would bring it back. */
export default defineFixes({
  safety: 'unsafe',
  fixes(context) {
    const place = fieldOf(context);
    if (place === undefined) return [];
    const isDeleted = /^(?:tobedeleted|inactive)$/i.test(textIn(place.table, place.record, 'status'));
    if (!isDeleted)
      return writeText(context, '', 'unsafe', context.say('Leave status and dateLastModified empty'));
    return takeOut(context, {
      safety: 'unsafe',
      title: context.say('Leave the deleted record out'),
      titleForAll: context.say('Leave deleted records out'),
    });
  },
});
