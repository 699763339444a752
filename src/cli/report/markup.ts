/**
 * Text for XML or HTML, in content and in quoted attributes. Characters that XML cannot hold, not even escaped, become the
 * replacement character.
 */
export function escapeMarkup(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`)
      // eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 excludes
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  );
}
