import { withoutValues, type ConversionNote, type NoteKind } from '../../core/convert/notes';
import type { ConvertedInput } from '../../node/convert-roster-input';
import { counted } from '../../core/text/counted';
import { visible, type Paint } from '../terminal';
import { tool } from '../tool';

/** A roster that was converted, and where it went. */
export interface WrittenConversion extends ConvertedInput {
  /** The old roster, as it was named. */
  readonly path: string;
  /** The folder of the new one; undefined where nothing was written. */
  readonly output: string | undefined;
  /** Whether what stands in fields may be named. */
  readonly showValues: boolean;
}

/** Tested against schemas/meta/conversion-report.schema.json; its keys never change their meaning. */
export function conversionAsJson(written: WrittenConversion): string {
  const { path, output, conversion, validation } = written;
  const { from, to, files, totals } = conversion;
  const report = {
    tool,
    ...{ path, from, to, output: output ?? null },
    files: files.map(({ name, records, bytes }) => ({ name, records, bytes: bytes.length })),
    notes: notesOf(written),
    totals,
    problems: validation.totals,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function notesOf({ conversion, showValues }: WrittenConversion): readonly ConversionNote[] {
  return showValues ? conversion.notes : conversion.notes.map(withoutValues);
}

const headings: Readonly<Record<NoteKind, string>> = {
  lost: 'Lost: it has no place in the new version',
  changed: 'Written in another way, which would not be turned back',
  added: 'Added: nobody has written it',
  open: 'Still to be filled',
};

const colors = { lost: 'red', changed: 'yellow', added: 'cyan', open: 'yellow' } as const;

export function conversionAsText(written: WrittenConversion, paint: Paint): string {
  const { path, output, conversion, validation } = written;
  const { from, to, files, totals } = conversion;
  const notes = notesOf(written);
  const records = files.reduce((sum, file) => sum + file.records, 0);
  const where = output === undefined ? 'nothing was written' : `written to ${visible(output)}`;
  const lines = [
    `${visible(path)}: OneRoster ${from} to ${to}, ${counted(files.length, 'file')}, ${counted(records, 'record')}; ${where}`,
  ];
  for (const kind of ['lost', 'changed', 'open', 'added'] as const) {
    const own = notes.filter((note) => note.kind === kind);
    if (own.length > 0) lines.push('', paint(headings[kind], colors[kind]), ...own.map(noteLine));
  }
  if (totals.lost === 0) lines.push('', 'Nothing was lost.');
  lines.push('', ...standing(validation, written.showValues));
  return `${lines.join('\n')}\n`;
}

/** More problems of the new roster than these are only counted: `validate` lists them. */
const mostProblems = 10;

function standing(
  { roster, totals: { error, warning }, problems }: WrittenConversion['validation'],
  showValues: boolean,
): readonly string[] {
  const serious = problems.filter(({ severity }) => severity !== 'information');
  return [
    `The new roster has ${counted(error, 'error')} and ${counted(warning, 'warning')} by the profile ${roster.profile.id}.`,
    ...serious
      .slice(0, mostProblems)
      .map(
        ({ severity, rule, file, message }) =>
          `  ${severity} ${rule} ${visible(file)}${showValues ? `: ${visible(message)}` : ''}`,
      ),
  ];
}

function noteLine({ file, message, count, record }: ConversionNote): string {
  const where = record === undefined || record < 1 ? '' : `, first in record ${String(record)}`;
  const many = count === 1 ? '' : ` (${count.toLocaleString('en-US')} times)`;
  return `  ${visible(file)}: ${visible(message)}${many}${where}`;
}
