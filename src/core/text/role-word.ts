import type { Say } from './say';

/** A role of people as the reader's language calls it, with the word that stands in the files: `Lehrkraft (teacher)`. */
export function roleWord(role: string, say: Say): string {
  const word = say(role);
  return word === role ? role : `${word} (${role})`;
}
