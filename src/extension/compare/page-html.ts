import { randomUUID } from 'node:crypto';
import { language, textsForPage } from '../page-texts';
import { say } from '../say';
import { pageScript, pageStyle, pageTexts } from './page.generated';

/** The empty page of a comparison, which its script fills. Nothing but that script and that style may run in it. */
export function comparisonPage(title: string): string {
  const nonce = randomUUID();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style nonce="${nonce}">${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<main id="page" aria-busy="true"><p>${escaped(say('Comparing…'))}</p></main>`,
    '<p id="news" role="status" aria-live="polite"></p>',
    textsForPage(pageTexts),
    `<script nonce="${nonce}">${pageScript}</script>`,
    '</body>',
    '</html>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
