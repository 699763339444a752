import * as vscode from 'vscode';

/** The language of the editor, as pages state it. */
export const { language } = vscode.env;

/** The texts that a page has in the language of the editor, as an element of it, from where `page/say` takes them. */
export function textsForPage(english: readonly string[]): string {
  const texts: Record<string, string> = {};
  for (const text of english) texts[text] = vscode.l10n.t(text);
  const json = JSON.stringify({ language, texts }).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="texts">${json}</script>`;
}
