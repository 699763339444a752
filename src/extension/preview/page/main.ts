// The script of the page that shows where people would end up. All work is done in the server; this draws.
import { afterPause, host, onMessage } from './host';
import { byId, make } from '../../../page/dom';
import type { ToPage } from './page-messages';
import { previewSections } from './sections';
import { peopleTable } from './tables';

/** How long typing has to rest before people are searched, in milliseconds. */
const pause = 200;

const search = byId('search');
const find = () => {
  const text = search.value.trim();
  host.setState(text);
  if (text === '') byId('found').replaceChildren();
  else host.postMessage({ type: 'find', text });
};

for (const type of ['refresh', 'export', 'mapping'] as const) {
  byId(type).addEventListener('click', () => host.postMessage({ type }));
}
search.addEventListener('input', afterPause(pause, find));
const searchedBefore = host.getState();
if (typeof searchedBefore === 'string') search.value = searchedBefore;
onMessage(show);
host.postMessage({ type: 'ready' });

function show(message: ToPage): void {
  if (message.type === 'failed') {
    byId('status').textContent = message.message;
    return;
  }
  if (message.type === 'found') showFound(message);
  else showPreview(message);
}

function showPreview({ name, preview }: Extract<ToPage, { type: 'preview' }>): void {
  const { profile, version, mode } = preview;
  byId('roster').textContent = `${name} at ${profile.title} · OneRoster ${version} · ${mode}`;
  byId('status').textContent = 'Nothing has been sent.';
  byId('mapping').textContent = preview.isMapped ? 'Open Mapping' : 'Begin Mapping';
  byId('preview').replaceChildren(...previewSections(preview));
  if (search.value.trim() !== '') find();
}

function showFound({ text, found }: Extract<ToPage, { type: 'found' }>): void {
  // What was typed since then is asked for, too.
  if (text !== search.value.trim()) return;
  const { total, people } = found;
  const many = total.toLocaleString('en-US');
  const said =
    total === 0
      ? `Nobody has “${text}” in an id, a name, a user name or an e-mail address.`
      : total > people.length
        ? `${many} people; the first ${people.length.toLocaleString('en-US')} are shown.`
        : total === 1
          ? '1 person.'
          : `${many} people.`;
  const content = total === 0 ? [] : [peopleTable('People found', people)];
  byId('found').replaceChildren(make('p', 'note', said), ...content);
}
