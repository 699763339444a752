/** Keeps a text from being read as an icon, `$(…)`, which a folder or a column may be called like. */
export function plain(text: string): string {
  return text.replaceAll('$(', '(');
}
