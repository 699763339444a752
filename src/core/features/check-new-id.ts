import { RosterError } from '../errors';
import { phrase, quoted, sentence, sentenceOf, type Sentence } from '../text/say';
import type { Roster } from '../model/roster';
import { idDefect, idLengthLimit, illegalCharacter } from '../rules/shared/legal-id';
import { encodeUtf8 } from '../text/utf8';
import type { NamedRecord } from './id-at';

/** Refuses an id that a record cannot get: one that is illegal, or that another record of its table has. */
export function checkNewId(roster: Roster, record: NamedRecord, newId: string): void {
  checkText(newId);
  if (roster.version !== '1.0') checkLegal(roster, record, newId);
  checkFree(record, newId);
}

/** What no version can mean by an id: a list could not hold it, or nobody would see where it ends. */
function checkText(newId: string): void {
  if (newId.trim() === '') throw refused(phrase('An id cannot be empty.'), phrase('Write the new id.'));
  if (newId.trim() !== newId)
    throw refused(phrase('An id has no blanks round it.'), phrase('Leave them out.'));
  const impossible = /[",\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.exec(newId)?.[0];
  if (impossible === undefined) return;
  const shown =
    impossible === ',' || impossible === '"' ? quoted(impossible) : sentence('A control character');
  throw refused(
    sentence('{shown} may not stand in an id, for it would end the field or the item of a list.', { shown }),
    legal,
  );
}

const legal = phrase('Legal are letters A to Z, digits and . - _ / @.');

/** Which characters are legal is not certain in 1.1: who uses others already may go on. */
function checkLegal(roster: Roster, { table, record, column }: NamedRecord, newId: string): void {
  const defect = idDefect(newId);
  if (defect === 'length') {
    const { length } = newId;
    throw refused(
      sentence('The new id has {length} characters.', { length }),
      sentence('An id has fewer than {limit}.', { limit: String(idLengthLimit) }),
    );
  }
  if (defect === undefined) return;
  if (roster.version === '1.1' && idDefect(table.text(record, column)) === defect) return;
  throw refused(
    sentence('"{character}" may not stand in an id.', { character: illegalCharacter(newId) ?? '' }),
    legal,
  );
}

function checkFree(named: NamedRecord, newId: string): void {
  const { table, record, column } = named;
  const ids = table.values(column);
  const bytes = encodeUtf8(newId);
  const code = ids.find(bytes, 0, bytes.length);
  const what = sentenceOf(table.fact?.record ?? phrase('record'));
  const remedy = sentence('Choose an id that no record of {file} has.', { file: table.file });
  if (code > 0 && code !== ids.codes[record]) {
    throw refused(
      sentence('"{newId}" is the id of another {what} already: {place}.', {
        newId,
        what,
        place: placeOf(ids.firstRecord(code)),
      }),
      remedy,
    );
  }
  const twin = twinOf(named, newId);
  if (twin !== undefined) {
    throw refused(
      sentence(
        '"{newId}" differs only by letter case from the id of another {what}: {place}. Some consumers would take the two for one.',
        { newId, what, place: placeOf(twin) },
      ),
      remedy,
    );
  }

  function placeOf(other: number): Sentence {
    return sentence('{file}, record {record}', { file: table.file, record: other + 1 });
  }
}

/** The record of an id that differs by letter case alone, and is not the one to be renamed. */
function twinOf({ table, column, record }: NamedRecord, newId: string): number | undefined {
  const ids = table.values(column);
  const folded = newId.toLowerCase();
  const { length } = encodeUtf8(newId);
  for (let code = 1; code < ids.size; code++) {
    if (ids.end(code) - ids.start(code) !== length || code === ids.codes[record]) continue;
    if (ids.text(code).toLowerCase() === folded) return ids.firstRecord(code);
  }
  return undefined;
}

function refused(message: string | Sentence, remedy: string | Sentence): RosterError {
  return new RosterError('rename-refused', message, remedy);
}
