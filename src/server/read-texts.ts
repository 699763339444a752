import { readFileSync } from 'node:fs';
import type { ServerSettings } from '../core/protocol';
import { pageTextsBeside } from '../core/text/page-texts';
import { inEnglish, inLanguage, type Say, type Texts } from '../core/text/say';

/** What the editor's side says of its language when it starts the server. */
export interface LanguageTexts {
  readonly say: Say;
  /** Also says what stands on pages of rules and profiles, from texts that are read now: they are long, and seldom needed. */
  readonly readPageSay: () => Say;
}

/**
 * The texts of the language that the editor's side names when it starts the server. English where it names none, and where they
 * cannot be read: that is told to `warn`, and no reason not to start.
 */
export function readTexts(options: unknown, warn: (message: string) => void): LanguageTexts {
  const { language = 'en', texts } = (options ?? {}) as ServerSettings;
  if (texts === undefined) return { say: inEnglish, readPageSay: () => inEnglish };
  const read = (path: string, otherwise: Say): Say => {
    try {
      return inLanguage(language, JSON.parse(readFileSync(path, 'utf8')) as Texts, otherwise);
    } catch (error) {
      warn(
        `The texts for ${language} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
      return otherwise;
    }
  };
  const say = read(texts, inEnglish);
  return { say, readPageSay: () => read(pageTextsBeside(texts), say) };
}
