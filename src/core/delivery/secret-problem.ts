import { inEnglish, phrase, type Say } from '../text/say';
import type { FoundSecret } from './find-secrets';

/** The name of the problem that a secret stands in a file that others get; it is about no file of a roster, so no rule finds it. */
export const secretRule = 'secret-in-file';

export const secretSummary = 'A password or a private key stands in a file that others get.';

const texts = {
  password: phrase(
    "A password stands here, where everybody can read it who gets this file. Move it into VS Code's secret storage, or for the command line into the environment, and change it if others may have seen it.",
  ),
  passphrase: phrase(
    "A passphrase stands here, where everybody can read it who gets this file. Move it into VS Code's secret storage, or for the command line into the environment, and change it if others may have seen it.",
  ),
  'private-key': phrase(
    "A private key stands here, where everybody can read it who gets this file. Move it into VS Code's secret storage, or for the command line into the environment, and change it if others may have seen it.",
  ),
};

/** What is said of a secret. It never holds the secret itself. */
export function secretMessage(kind: FoundSecret['kind'], say: Say = inEnglish): string {
  return say(texts[kind]);
}

/** The messages by their ids, as a rule's. */
export const secretMessages: ReadonlyMap<string, string> = new Map(
  (['password', 'passphrase', 'private-key'] as const).map((kind) => [kind, secretMessage(kind)]),
);
