import { countedIn } from '../core/text/counted';
import { localMoment } from '../core/text/local-time';
import { inLanguage, numbersOf, spoken, type Say, type Texts } from '../core/text/say';
import { page } from './dom';

/** What a page is told of its language. */
interface PageTexts {
  readonly language?: string;
  readonly texts?: Texts;
}

const { language = 'en', texts = {} } = JSON.parse(
  page.getElementById('texts')?.textContent ?? '{}',
) as PageTexts;

/** A text in the language of the editor, whose texts for our pages the page brings along (`page-texts.ts`). */
export const say: Say = inLanguage(language, texts);

/** A whole number as the language of the editor writes it. */
export const number = numbersOf(language);

/** `1,204 records` in the language of the editor. */
export function counted(count: number, one: string, many?: string): string {
  return countedIn(say, count, one, many);
}

/** A moment by the clock of this computer, as the language of the editor writes it. @param time as ISO 8601 */
export function moment(time: string): string {
  return spoken(localMoment(time), say);
}
