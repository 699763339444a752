import type { MessageData } from './problem';

const longestShown = 60;
/** Placeholders for what is ours, not the file's: a list of facts, a sentence of an error. */
const unshortened: ReadonlySet<string> = new Set(['allowed', 'reason']);

/**
 * Fills the `{placeholders}` of a message. Texts from a file are shortened to 60 characters, and characters that cannot be
 * seen are written as their code, so that a message stays one readable line.
 */
export function renderMessage(template: string, data: MessageData): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = data[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number'
      ? value.toLocaleString('en-US')
      : visible(unshortened.has(name) ? value : shortened(value));
  });
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
