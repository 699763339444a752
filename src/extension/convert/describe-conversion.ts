import { noteText, type ConversionNote, type NoteKind } from '../../core/convert/notes';
import type { ConversionAnswer, RosterState } from '../../core/protocol';
import { counted, say } from '../say';

const headings: Readonly<Record<NoteKind, string>> = {
  lost: say('Lost: it has no place in the new version'),
  changed: say('Written in another way, which would not be turned back'),
  open: say('Still to be filled'),
  added: say('Added: nobody has written it'),
};

/** All that a person has to know before a conversion is written, as a text. */
export function describeConversion(roster: RosterState, answer: ConversionAnswer): string {
  const { from, to, notes, files, problems } = answer;
  const lines = [
    say('{roster}: OneRoster {from} to {to}. Nothing is written yet.', { roster: roster.name, from, to }),
  ];
  for (const kind of ['lost', 'changed', 'open', 'added'] as const) {
    const own = notes.filter((note) => note.kind === kind);
    if (own.length > 0) lines.push('', headings[kind], ...own.map(noteLine));
  }
  if (!notes.some(({ kind }) => kind === 'lost')) lines.push('', say('Nothing is lost.'));
  const cut = files.filter(({ shown }) => shown !== undefined);
  for (const { name, shown = 0 } of cut)
    lines.push('', say('Of {name} the first {shown} records are shown.', { name, shown }));
  const errors = counted(problems.error, 'error');
  lines.push(
    '',
    say('The new roster would have {errors} and {warnings}.', {
      errors,
      warnings: counted(problems.warning, 'warning'),
    }),
    '',
  );
  return lines.join('\n');
}

/** The same in one sentence. */
export function summarizeConversion({ totals, notes }: ConversionAnswer): string {
  if (totals.lost === 0) return say('Nothing is lost.');
  const kinds = notes.filter(({ kind }) => kind === 'lost').length;
  return kinds === 1
    ? say('One thing cannot be carried over; the first page of the preview lists it.')
    : say('{kinds} things cannot be carried over; the first page of the preview lists them.', { kinds });
}

function noteLine(note: ConversionNote): string {
  const { file, count, record } = note;
  const where = record === undefined ? '' : say(', first in record {record}', { record });
  const many = count === 1 ? '' : say(' ({count} times)', { count });
  return `  ${file}: ${noteText(note, say)}${many}${where}`;
}
