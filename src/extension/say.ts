import * as vscode from 'vscode';
import { countedIn } from '../core/text/counted';
import { localMoment } from '../core/text/local-time';
import { numbersOf, spoken, type Say } from '../core/text/say';

/** A whole number as the language of the editor writes it. */
export const number = numbersOf(vscode.env.language);

/** A text in the language of the editor. The English one is written as a literal; `l10n/` has the others. */
export const say: Say = (english, values = {}) =>
  vscode.l10n.t(
    english,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? number(value) : value,
      ]),
    ),
  );

/** `1,204 records` in the language of the editor, which has a text for one and a text for many. */
export function counted(count: number, one: string, many?: string): string {
  return countedIn(say, count, one, many);
}

/** A moment by the clock of this computer, as the language of the editor writes it. @param time as ISO 8601 */
export function moment(time: string): string {
  return spoken(localMoment(time), say);
}
