import { inEnglish, type Say } from '../../text/say';
import type { MessageData } from './problem';

const longestShown = 60;
/** Placeholders for what is ours, not the file's: a list of facts, a sentence of an error. */
const unshortened: ReadonlySet<string> = new Set(['allowed', 'reason']);
/** Placeholders for words of ours, which the reader's language may have others for. */
const words: ReadonlySet<string> = new Set([
  'recordName',
  'targetRecord',
  'delimiter',
  'character',
  'first',
  'profile',
]);

/**
 * Fills the `{placeholders}` of a message. Texts from a file are shortened to 60 characters, and characters that cannot be
 * seen are written as their code, so that a message stays one readable line.
 */
export function renderMessage(template: string, data: MessageData, say: Say = inEnglish): string {
  const values = Object.entries(data).map(([name, value]) => [name, shown(name, value, say)] as const);
  return say(template, Object.fromEntries(values));
}

function shown(name: string, value: string | number, say: Say): string | number {
  if (typeof value === 'number') return value;
  if (words.has(name)) return visible(shortened(inWords(value, say)));
  return visible(unshortened.has(name) ? value : shortened(value));
}

/** What a character is called may be followed by its code. */
function inWords(text: string, say: Say): string {
  return text.replace(/^.*?(?= \(U\+[0-9A-F]+\)$|$)/, (word) => say(word));
}

function shortened(text: string): string {
  if (text.length <= longestShown) return text;
  return `${text.slice(0, longestShown).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Control, zero-width and other blank characters but the space, each as `U+00A0` and the like. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
