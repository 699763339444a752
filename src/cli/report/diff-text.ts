import type { Side } from '../../core/compare/comparison';
import type { ComparedEntry, EntryKind, FieldChange } from '../../core/compare/entries';
import { isUnchanged, type FileSummary } from '../../core/compare/summary';
import { placeName, type ComparedRoster } from '../compared-place';
import { counted } from '../../core/text/counted';
import { visible, type Paint } from '../terminal';
import { listEntries, type ComparedRecords, type DiffOptions, type DiffReport } from './diff-report';
import { modeOf } from '../../core/model/roster-mode';

/** Longer values are cut: JSON has them whole. */
const mostCharacters = 120;

const marks = {
  added: ['+', 'cyan'],
  removed: ['-', 'red'],
  changed: ['~', 'yellow'],
  renamed: ['>', 'yellow'],
} as const satisfies Readonly<Record<EntryKind, readonly [string, Parameters<Paint>[1]]>>;

export interface DiffTextOptions extends DiffOptions {
  readonly paint: Paint;
}

/** A comparison for people, in pieces: a heading for each file that has changed, and a line for each record. */
export function* formatDiffText(report: DiffReport, options: DiffTextOptions): Generator<string> {
  const { rosters, summary } = report;
  yield `before: ${rosterLine(rosters.before)}\nafter:  ${rosterLine(rosters.after)}\n`;
  if (summary.isSame) {
    yield '\nThe rosters hold the same.\n';
    return;
  }
  yield* fileTexts(report, options);
  const same = summary.files.filter(isUnchanged).map(({ file }) => file);
  if (same.length > 0) yield `\nUnchanged: ${same.join(', ')}\n`;
}

/** A heading for each file that has changed, and a line for each record. */
export function* fileTexts(report: ComparedRecords, options: DiffTextOptions): Generator<string> {
  for (const [index, file] of report.summary.files.entries()) {
    if (isUnchanged(file)) continue;
    yield `\n${options.paint(file.file, 'bold')}: ${fileLine(file)}\n`;
    yield* remarks(file).map((line) => `  ${line}\n`);
    const { entries, unlisted } = listEntries(report, index, options);
    for (const entry of entries) yield* entryLines(entry, options);
    if (unlisted > 0) yield `  … and ${counted(unlisted, 'more', 'more')}; --max-entries 0 lists all\n`;
  }
}

function rosterLine(place: ComparedRoster): string {
  const commit = place.commit === undefined ? '' : ` (${place.commit.slice(0, 10)})`;
  return `${visible(placeName(place))}${commit}, OneRoster ${place.roster.version}, ${modeOf(place.roster)}`;
}

/** The counts of a file, or why there are none. */
export function fileLine(file: FileSummary): string {
  if (file.failure !== undefined) {
    const verdict = file.isIdentical === true ? 'The files are the same.' : 'The files differ.';
    return `not compared. ${visible(file.failure)}${file.presence === 'both' ? ` ${verdict}` : ''}`;
  }
  const { added, removed, changed, renamed, unchanged } = file;
  const counts = [
    [added, 'added'],
    [removed, 'removed'],
    [changed, 'changed'],
    [renamed, 'under a new id'],
    [unchanged, 'unchanged'],
  ] as const;
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => counted(count, word, word));
  const text = words.length === 0 ? 'no records' : words.join(', ');
  if (file.presence === 'both') return text;
  return file.presence === 'added' ? `new file, ${text}` : `the file is gone, ${text}`;
}

function remarks({ columns, leftAside, deltas, removed }: FileSummary): readonly string[] {
  return [
    ...(deltas.includes('after') && removed > 0
      ? ['the later file is a delta: what it leaves out is not removed where it is read']
      : []),
    ...columns.map(({ name, change, filled }) => {
      const what = change === 'added' ? 'is new' : 'is gone';
      const held = filled === 0 ? 'empty in all records' : `filled in ${counted(filled, 'record')}`;
      return `column ${visible(name)} ${what}, ${held}`;
    }),
    ...(['before', 'after'] as const).flatMap((side) => asideLine(leftAside[side], side)),
  ];
}

function asideLine(count: number, side: Side): readonly string[] {
  if (count === 0) return [];
  const which = side === 'before' ? 'earlier' : 'later';
  return [
    `${counted(count, 'record')} of the ${which} file left aside: without an id, with a repeated one, or with a wrong number of fields`,
  ];
}

function* entryLines(entry: ComparedEntry, { paint, showValues }: DiffTextOptions): Generator<string> {
  const { kind, fields, by } = entry;
  const [mark, color] = marks[kind];
  const reason = by === undefined ? '' : `, the same ${by.join(', ')}`;
  const place = (entry.after ?? entry.before)?.line ?? 0;
  const who = showValues ? `${whoIs(entry)} ` : '';
  yield `  ${paint(mark, color)} ${who}(line ${String(place)}${kind === 'removed' ? ' before' : ''})${reason}\n`;
  for (const field of fields) yield `      ${fieldLine(field, showValues)}\n`;
}

function whoIs({ id, idBefore, name, details }: ComparedEntry): string {
  const ids = idBefore === undefined ? id : `${idBefore} → ${id}`;
  const words = [...(name === id ? [] : [name]), ...details].join(', ');
  return visible(`${ids}  ${words}`);
}

function fieldLine(
  { field, before, after, nameBefore, nameAfter }: FieldChange,
  showValues: boolean,
): string {
  if (!showValues) return visible(field);
  return `${visible(field)}: ${valueText(before, nameBefore)} → ${valueText(after, nameAfter)}`;
}

function valueText(value: string, name: string | undefined): string {
  const shown = value.length > mostCharacters ? `${value.slice(0, mostCharacters)}…` : value;
  return visible(`"${shown}"${name === undefined || name === value ? '' : ` (${name})`}`);
}
