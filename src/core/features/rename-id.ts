import type { FileEdit } from '../edits/byte-edit';
import { RosterError } from '../errors';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { firstInvalidUtf8 } from '../text/utf8';
import { checkNewId } from './check-new-id';
import { allPlaces } from './find-uses';
import { idAt, type IdPlace, type NamedRecord } from './id-at';
import { referenceAt } from './reference-at';
import { fieldAt } from './place-at';
import { phrase, type Say, type Sentence, sentence, type TextValues } from '../text/say';

/** VS Code hands no extension a file with more characters than this, and says nothing of what is typed there. */
const largestOpenFile = 50 * 1024 * 1024;

/** What renaming an id changes, and what has to be said of it. */
export interface Renaming {
  readonly files: readonly FileEdit[];
  /** What consumers will make of it, in a few words. */
  readonly consequence: string;
  /** What is done and what comes of it, in sentences. */
  readonly message: string;
}

/** The id that can be renamed at an offset; throws `rename-refused` where there is none. */
export function idToRename(roster: Roster, table: Table, offset: number): IdPlace {
  const id = idAt(roster, table, offset);
  if (id !== undefined) return id;
  const place = fieldAt(table, offset);
  const reference = place === undefined ? undefined : referenceAt(roster, table, place, offset);
  if (reference !== undefined) {
    const { file } = reference.references.target;
    throw refused(
      sentence('No record of {file} has this id.', { file }),
      phrase('Write one that is there; then it can be renamed.'),
    );
  }
  throw refused(
    phrase('Only ids can be renamed.'),
    phrase('Put the cursor on the id of a record, or where another names it.'),
  );
}

/** The id of a record as it stands. */
export function idOf({ table, record, column }: NamedRecord): string {
  return table.text(record, column);
}

/**
 * Gives a record another id, in its own field and wherever the roster names it, in other letter case, too. Of a field nothing but the
 * id changes: the rest of a list, blanks and quotes stay. Throws `rename-refused`.
 */
export function renameId(roster: Roster, record: NamedRecord, newId: string): Renaming {
  const oldId = idOf(record);
  checkNewId(roster, record, newId);
  const edits = new Map<Table, { start: number; end: number; text: string }[]>();
  let places = 0;
  for (const { table, start, end } of allPlaces(roster, record)) {
    const known = edits.get(table);
    const edit = { start, end, text: newId };
    if (known === undefined) edits.set(table, [edit]);
    else known.push(edit);
    places++;
  }
  for (const [table, { length }] of edits) checkFile(table, length, oldId, newId);
  const files = [...edits].map(([table, each]) => ({ file: table.file, edits: each }));
  const what = roster.say(record.table.fact?.record ?? phrase('record'));
  return {
    files,
    consequence: roster.say('Consumers will see a new {record}', { record: what }),
    message: messageOf(roster.say, { oldId, newId, places, files: files.length, record: what }),
  };
}

/** Refuses where the editor cannot change a file, or would spoil it. */
function checkFile(table: Table, places: number, oldId: string, newId: string): void {
  const { bytes, file } = table;
  if (bytes.length > largestOpenFile) {
    throw refused(
      sentence(
        '{file} has this id in {places} and is larger than 50 MB. VS Code gives such files to no extension.',
        { file, places: countOf(places) },
      ),
      sentence(
        'Replace "{oldId}" by "{newId}" there first, with Find and Replace, and save; then rename again.',
        { oldId, newId },
      ),
    );
  }
  if (table.scan.hasNonAscii && firstInvalidUtf8(bytes) >= 0) {
    throw refused(
      sentence(
        '{file} has this id in {places} and is not in UTF-8: saved now, its other letters would be spoilt.',
        { file, places: countOf(places) },
      ),
      phrase('Reopen it with its encoding and save it with UTF-8 first; then rename again.'),
    );
  }
}

function refused(message: string | Sentence, remedy: string | Sentence): RosterError {
  return new RosterError('rename-refused', message, remedy);
}

function countOf(count: number): Sentence {
  return count === 1 ? sentence('{count} place', { count }) : sentence('{count} places', { count });
}

interface RenamedCounts extends TextValues {
  readonly places: number;
  readonly files: number;
}

function messageOf(say: Say, values: RenamedCounts): string {
  const done =
    values.places === 1
      ? say('"{oldId}" becomes "{newId}" in 1 place of 1 file.', values)
      : values.files === 1
        ? say('"{oldId}" becomes "{newId}" in {places} places of 1 file.', values)
        : say('"{oldId}" becomes "{newId}" in {places} places of {files} files.', values);
  return `${done} ${say('Consumers know the {record} by this id: with the next delivery they will see a new {record}, and the one they knew will be gone.', values)}`;
}
