import { pairDefect } from '../rules/shared/braced-pair';
import { splitList } from '../rules/shared/typed-items';

/**
 * The one identifier of 1.0 as the list of later versions: `{type:id}`. Nobody says which system it is of, so the column's old name
 * stands for the type. Empty where the identifier cannot be written so.
 */
export function userIdsOf(id: string, type: string): string {
  if (splitList(id).every(({ text }) => pairDefect(text) === undefined)) return id;
  const pair = `{${type}:${id}}`;
  return pairDefect(pair) === undefined && !/[{}]/.test(id) ? pair : '';
}

/** The first identifier of a list as 1.0 has it: without its type. */
export function userIdOf(ids: string): string {
  const [first] = splitList(ids);
  if (first === undefined || pairDefect(first.text) !== undefined) return ids;
  return first.text.slice(first.text.indexOf(':') + 1, -1);
}
