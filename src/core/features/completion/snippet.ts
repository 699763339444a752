// Snippets as the language server protocol writes them.

/** A text that is no place to fill in. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A place to fill in, with what stands there until somebody does. */
export function tabStop(number: number, text = ''): string {
  return text === '' ? `$${String(number)}` : `\${${String(number)}:${snippetText(text)}}`;
}

/** A place where one of several texts is chosen, the first until somebody does. */
export function choice(number: number, texts: readonly string[]): string {
  return `\${${String(number)}|${texts.map((text) => text.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}
