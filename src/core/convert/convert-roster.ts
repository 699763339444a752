import { CsvScanner } from '../csv/scan-csv';
import { RosterError } from '../errors';
import { phrase, sentence } from '../text/say';
import { assembleRoster } from '../model/assemble-roster';
import { scanSteps, type Roster } from '../model/roster';
import type { RosterInput } from '../model/roster-input';
import type { OneRosterVersion } from '../spec/types';
import { allAtOnce, type Steps } from '../steps';
import { stepsBetween } from './conversion-facts';
import { convertStep, type ConvertedFile } from './convert-step';
import type { ConversionNote, NoteKind } from './notes';

/** A roster in another version, and what a person has to know about it. */
export interface Conversion {
  readonly from: OneRosterVersion;
  readonly to: OneRosterVersion;
  readonly files: readonly ConvertedFile[];
  /** In the order of the files; those of a first step come first. */
  readonly notes: readonly ConversionNote[];
  /** How many records or files each kind of note is about. */
  readonly totals: Readonly<Record<NoteKind, number>>;
  /** The converted roster, read and ready to be checked. */
  readonly roster: Roster;
}

/**
 * Turns a roster into one of another version. Values that need no change are copied byte for byte, and nothing is dropped without
 * a note.
 *
 * Throws `usage` where it is of the version already, `not-a-roster` where it is in another product's format, `file-unreadable`.
 */
export function convertRoster(roster: Roster, to: OneRosterVersion): Conversion {
  return allAtOnce(conversionSteps(roster, to, new CsvScanner()));
}

/** As `convertRoster`, in steps. */
export function* conversionSteps(
  roster: Roster,
  to: OneRosterVersion,
  scanner: CsvScanner,
): Steps<Conversion> {
  refuse(roster, to);
  let current = roster;
  let files: readonly ConvertedFile[] = [];
  const notes: ConversionNote[] = [];
  for (const step of stepsBetween(roster.version, to)) {
    const done = yield* convertStep(current, step);
    files = done.files;
    notes.push(...done.notes);
    const input = inputOf(roster.input, files);
    const scanned = yield* scanSteps(input.entries, scanner);
    current = assembleRoster(input, scanned, {
      profile: roster.profile,
      version: step.to,
      asOf: roster.asOf,
    });
  }
  return { from: roster.version, to, files, notes, totals: totalsOf(notes), roster: current };
}

function refuse({ version, foreignFormat, input }: Roster, to: OneRosterVersion): void {
  if (foreignFormat !== undefined) {
    throw new RosterError(
      'not-a-roster',
      sentence('{name} is in the format of {format}, which is not OneRoster.', {
        name: input.name,
        format: foreignFormat,
      }),
      phrase('Export it as OneRoster CSV and convert that.'),
    );
  }
  if (version !== to) return;
  throw new RosterError(
    'usage',
    sentence('{name} is a roster of OneRoster {to} already.', { name: input.name, to }),
    phrase('Name another version.'),
  );
}

function inputOf(input: RosterInput, files: readonly ConvertedFile[]): RosterInput {
  return {
    name: input.name,
    kind: 'folder',
    entries: files.map(({ name, bytes }) => ({ path: name, content: { bytes } })),
  };
}

function totalsOf(notes: readonly ConversionNote[]): Readonly<Record<NoteKind, number>> {
  const totals = { lost: 0, changed: 0, added: 0, open: 0 };
  for (const { kind, count } of notes) totals[kind] += count;
  return totals;
}
