import { readFileSync } from 'node:fs';
import type { ServerSettings } from '../core/protocol';
import { inEnglish, inLanguage, type Say, type Texts } from '../core/text/say';

/**
 * The texts of the language that the editor's side names when it starts the server; what the facts say is read when it is first asked
 * for. English where it names none, and where they cannot be read: that is told to `warn`, and no reason not to start.
 */
export function readTexts(options: unknown, warn: (message: string) => void): Say {
  const { language = 'en', texts, facts } = (options ?? {}) as ServerSettings;
  if (texts === undefined) return inEnglish;
  const read = (path: string): Texts => {
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as Texts;
    } catch (error) {
      warn(
        `The texts for ${language} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
      return {};
    }
  };
  return inLanguage(language, read(texts), () => (facts === undefined ? {} : read(facts)));
}
