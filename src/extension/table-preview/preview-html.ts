import { randomUUID } from 'node:crypto';
import { language, textsForPage } from '../page-texts';
import { say } from '../say';
import { pageScript, pageStyle, pageTexts } from './page.generated';

/** The page of a preview. Nothing in it comes from a roster but the file's name: the records follow as messages. */
export function previewHtml(name: string): string {
  const nonce = randomUUID();
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}';">
<title>${escaped(name)}</title>
<style nonce="${nonce}">${pageStyle}</style>
</head>
<body>
<form id="bar">
<input id="filter" type="search" placeholder="${escaped(say('Filter: ada role:teacher'))}" title="${escaped(say('Every word has to be in some field. column:word looks in that column alone.'))}" aria-label="${escaped(say('Filter records'))}" spellcheck="false">
<label><input id="only" type="checkbox"> ${escaped(say('With problems only'))}</label>
<output id="count" role="status"></output>
</form>
<ul id="notes" aria-label="${escaped(say('Problems of the whole file'))}"></ul>
<div id="grid" role="grid" tabindex="0" aria-label="${escaped(name)}" aria-readonly="true" aria-describedby="message">
<div id="head" role="row" aria-rowindex="1"></div>
<div id="space" role="rowgroup"></div>
</div>
<div id="message" role="status"></div>
${textsForPage(pageTexts)}
<script nonce="${nonce}">${pageScript}</script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
