import { randomBytes } from 'node:crypto';
import { language, textsForPage } from '../page-texts';
import { say } from '../say';
import { pageScript, pageStyle, pageTexts } from './page.generated';

/** The empty page. What is in it comes as messages; its policy forbids whatever it does not hold itself. */
export function pageHtml(): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${said(say('Preview Import'))}</title>
<style nonce="${nonce}">${pageStyle}</style>
</head>
<body>
<header>
<h1>${said(say('Preview of the import'))}</h1>
<p id="roster"></p>
<p id="status" role="status">${said(say('Working out where everybody would end up…'))}</p>
</header>
<div class="bar">
<label for="search">${said(say('Find a person'))}
<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="${said(say('Id, name, user name or e-mail address'))}">
</label>
<button id="refresh" type="button">${said(say('Refresh'))}</button>
<button id="mapping" type="button">${said(say('Open Mapping'))}</button>
<button id="export" type="button">${said(say('Export CSV…'))}</button>
</div>
<div id="found" aria-live="polite"></div>
<main id="preview"></main>
${textsForPage(pageTexts)}
<script nonce="${nonce}">${pageScript}</script>
</body>
</html>
`;
}

function said(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
