import { readFileSync } from 'node:fs';
import type { ServerSettings } from '../core/protocol';
import { inEnglish, inLanguage, type Say, type Texts } from '../core/text/say';

/**
 * The texts of the language that the editor's side names when it starts the server. English where it names none, and where they
 * cannot be read: that is told to `warn`, and no reason not to start.
 */
export function readTexts(options: unknown, warn: (message: string) => void): Say {
  const { language = 'en', texts } = (options ?? {}) as ServerSettings;
  if (texts === undefined) return inEnglish;
  try {
    return inLanguage(language, JSON.parse(readFileSync(texts, 'utf8')) as Texts);
  } catch (error) {
    warn(
      `The texts for ${language} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
    return inEnglish;
  }
}
