import { basename } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
  type Hover,
  type Position,
} from 'vscode-languageserver/node';
import { configFileName } from '../../core/config/config';
import { RosterError } from '../../core/errors';
import { describeRecord } from '../../core/features/describe-record';
import { findOrg, locationNames, mappableOrgs, type MappableOrg } from '../../core/features/mapping-offers';
import { recordCard } from '../../core/features/record-card';
import { linesOf } from '../../core/csv/scan-lines';
import type { Roster } from '../../core/model/roster';
import type { Say } from '../../core/text/say';
import { mappingPlaceAt, type MappingPlace } from '../../node/mapping-place';
import type { RosterSession } from '../roster-session';
import type { RosterSessions } from '../roster-sessions';
import { pathOf } from '../uris';
import type { Abilities } from './abilities';
import { recordLinks } from './record-link';

/** So many rosters are looked at for one configuration: a folder of thousands is not read for a completion. */
const mostRosters = 8;

/** A place in the mapping of a configuration, with the rosters that it is for. */
interface OpenedMapping {
  readonly place: MappingPlace;
  readonly document: TextDocument;
  readonly rosters: readonly { readonly folder: string; readonly roster: Roster }[];
  readonly say: Say;
}

export function isConfig(uri: string): boolean {
  const path = pathOf(uri);
  return path !== undefined && basename(path) === configFileName;
}

/** The ids of schools with their names, and locations. VS Code's own language service has the rest of the file. */
export async function completeMapping(
  sessions: RosterSessions,
  uri: string,
  position: Position,
  abilities: Abilities,
): Promise<CompletionList | null> {
  const opened = await openMapping(sessions, uri, position);
  if (opened === undefined) return null;
  const { place, rosters, say } = opened;
  const orgs = mappableOrgs(rosters.map(({ roster }) => roster));
  const items =
    place.kind === 'school'
      ? orgs
          .filter(({ id }) => !place.ids.includes(id))
          .map((org, index) => schoolItem(opened, org, index, abilities))
      : locationNames(orgs, place.school, place.locations).map((name, index) => {
          const ids = orgs.filter((org) => org.name === name).map(({ id }) => id);
          const words =
            ids.length === 0
              ? say('in use here')
              : say('the name of {ids}', { ids: ids.slice(0, 3).join(', ') });
          return {
            ...itemFor(opened, JSON.stringify(name), index),
            label: name,
            kind: CompletionItemKind.Value,
            ...wordsIn(words, abilities),
          };
        });
  return { isIncomplete: false, items };
}

/** Who is behind the id of a school, at the id and at its location. */
export async function hoverMapping(
  sessions: RosterSessions,
  uri: string,
  position: Position,
): Promise<Hover | null> {
  const opened = await openMapping(sessions, uri, position);
  if (opened === undefined || opened.place.school === '') return null;
  const { place, document, rosters, say } = opened;
  const cards = rosters.flatMap(({ folder, roster }) => {
    const found = findOrg(roster, place.school);
    if (found === undefined) return [];
    const { table, record } = found;
    const link = recordLinks({ folder, roster, table, lines: linesOf(table.scan) });
    return [recordCard(describeRecord(roster, table, record), link, say)];
  });
  const nobody = say('No organization of this id is in orgs.csv.');
  return {
    contents: { kind: 'markdown', value: cards.length === 0 ? nobody : cards.join('\n\n') },
    range: { start: document.positionAt(place.start), end: document.positionAt(place.end) },
  };
}

async function openMapping(
  sessions: RosterSessions,
  uri: string,
  position: Position,
): Promise<OpenedMapping | undefined> {
  const path = pathOf(uri);
  const ofConfig = () => sessions.all.filter(({ configPath }) => configPath === path);
  // A configuration that has just been made is not known yet.
  if (ofConfig().length === 0) await sessions.settle();
  const own = ofConfig();
  const [first] = own;
  const written = await first?.configText();
  if (first === undefined || written === undefined) return undefined;
  const document = TextDocument.create(uri, 'jsonc', 0, written.text);
  const place = mappingPlaceAt(written.text, document.offsetAt(position));
  if (place === undefined) return undefined;
  const rosters = await rostersOf(sessions, own.slice(0, mostRosters));
  return { place, document, rosters, say: first.say };
}

async function rostersOf(
  sessions: RosterSessions,
  own: readonly RosterSession[],
): Promise<OpenedMapping['rosters']> {
  const found: { readonly folder: string; readonly roster: Roster }[] = [];
  for (const session of own) {
    try {
      found.push({ folder: session.folder, roster: await session.current() });
      sessions.awake.keep(session);
    } catch (error) {
      // Its folder is gone, and the event for that on its way.
      if (!RosterError.is(error)) throw error;
    }
  }
  return found;
}

/** An id with its location, which is the school's own name until somebody types another one. */
function schoolItem(
  opened: OpenedMapping,
  org: MappableOrg,
  index: number,
  abilities: Abilities,
): CompletionItem {
  const { hasValue, needsComma } = opened.place;
  const key = JSON.stringify(org.id);
  const name = JSON.stringify(org.name).slice(1, -1);
  const comma = needsComma ? ',' : '';
  const plain = hasValue ? key : `${key}: "${name}"${comma}`;
  const snippet = hasValue
    ? escapeSnippet(key)
    : `${escapeSnippet(key)}: "\${1:${escapeSnippet(name)}}"${comma}`;
  return {
    ...itemFor(opened, abilities.snippets ? snippet : plain, index),
    label: org.id,
    kind: CompletionItemKind.Property,
    ...wordsIn(org.words, abilities),
    // Found by its name as well.
    filterText: JSON.stringify(`${org.id} ${org.name}`),
    ...(abilities.snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
  };
}

function itemFor({ place, document }: OpenedMapping, newText: string, index: number) {
  const range = { start: document.positionAt(place.start), end: document.positionAt(place.end) };
  // Before what the schema has to offer, and in our order.
  return {
    textEdit: { range, newText },
    filterText: newText,
    sortText: `!${String(index).padStart(4, '0')}`,
  };
}

function wordsIn(words: string, { labelDetails }: Abilities) {
  return labelDetails ? { labelDetails: { description: words } } : { detail: words };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
