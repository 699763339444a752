// The script of the page that shows where people would end up. All work is done in the server; this draws.
import { afterPause, host, onMessage } from './host';
import { byId, make } from '../../../page/dom';
import type { ToPage } from './page-messages';
import { previewSections } from './sections';
import { peopleTable } from './tables';
import { say } from '../../../page/say';

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
  byId('roster').textContent = say('{name} at {profile} · OneRoster {version} · {mode}', {
    name,
    profile: profile.title,
    version,
    mode,
  });
  byId('status').textContent = say('Nothing has been sent.');
  byId('mapping').textContent = preview.isMapped ? say('Open Mapping') : say('Begin Mapping');
  byId('preview').replaceChildren(...previewSections(preview));
  if (search.value.trim() !== '') find();
}

function showFound({ text, found }: Extract<ToPage, { type: 'found' }>): void {
  // What was typed since then is asked for, too.
  if (text !== search.value.trim()) return;
  const { total, people } = found;
  const said =
    total === 0
      ? say('Nobody has “{text}” in an id, a name, a user name or an e-mail address.', { text })
      : total > people.length
        ? say('{total} people; the first {people} are shown.', { total, people: people.length })
        : total === 1
          ? say('1 person.')
          : say('{total} people.', { total });
  const content = total === 0 ? [] : [peopleTable(say('People found'), people)];
  byId('found').replaceChildren(make('p', 'note', said), ...content);
}
