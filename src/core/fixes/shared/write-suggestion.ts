import type { Fix, FixContext, Safety } from '../engine/define-fixes';
import { replaceValue } from './replace-value';

/** The longest value that a title shows whole. */
const longestShown = 40;

/** The fix that writes what the problem's message suggests, or nothing where it suggests nothing. */
export function writeSuggestion(context: FixContext, safety: Safety, titleForAll?: string): readonly Fix[] {
  const { suggestion } = context.problem.data;
  return typeof suggestion === 'string' ? writeText(context, suggestion, safety, titleForAll) : [];
}

/** The fix that writes a text in a problem's place, where that can be done. */
export function writeText(
  context: FixContext,
  text: string,
  safety: Safety,
  titleForAll?: string,
): readonly Fix[] {
  const changes = replaceValue(context, text);
  if (changes === undefined) return [];
  const title =
    text === ''
      ? context.say('Leave the field empty')
      : context.say('Write "{value}"', { value: shown(text) });
  return [{ safety, title, ...(titleForAll === undefined ? {} : { titleForAll }), changes }];
}

/** The fix that lets a field name another record than it does. */
export function writeReference(context: FixContext, id: string): readonly Fix[] {
  const changes = replaceValue(context, id, true);
  return id === '' || changes === undefined
    ? []
    : [{ safety: 'unsafe', title: context.say('Write "{value}"', { value: shown(id) }), changes }];
}

/** A text from a file as part of a title. */
export function shown(text: string): string {
  return text.length <= longestShown
    ? text
    : `${text.slice(0, longestShown).replace(/[\ud800-\udbff]$/, '')}…`;
}
