import type { ConversionNote, NoteKind } from '../../core/convert/notes';
import type { ConversionAnswer, RosterState } from '../../core/protocol';
import { counted, grouped } from '../../core/text/counted';

const headings: Readonly<Record<NoteKind, string>> = {
  lost: 'Lost: it has no place in the new version',
  changed: 'Written in another way, which would not be turned back',
  open: 'Still to be filled',
  added: 'Added: nobody has written it',
};

/** All that a person has to know before a conversion is written, as a text. */
export function describeConversion(roster: RosterState, answer: ConversionAnswer): string {
  const { from, to, notes, files, problems } = answer;
  const lines = [`${roster.name}: OneRoster ${from} to ${to}. Nothing is written yet.`];
  for (const kind of ['lost', 'changed', 'open', 'added'] as const) {
    const own = notes.filter((note) => note.kind === kind);
    if (own.length > 0) lines.push('', headings[kind], ...own.map(noteLine));
  }
  if (!notes.some(({ kind }) => kind === 'lost')) lines.push('', 'Nothing is lost.');
  const cut = files.filter(({ shown }) => shown !== undefined);
  for (const { name, shown = 0 } of cut)
    lines.push('', `Of ${name} the first ${grouped(shown)} records are shown.`);
  const errors = counted(problems.error, 'error');
  lines.push('', `The new roster would have ${errors} and ${counted(problems.warning, 'warning')}.`, '');
  return lines.join('\n');
}

/** The same in one sentence. */
export function summarizeConversion({ totals, notes }: ConversionAnswer): string {
  if (totals.lost === 0) return 'Nothing is lost.';
  const kinds = notes.filter(({ kind }) => kind === 'lost').length;
  return `${counted(kinds, 'thing')} cannot be carried over; the first page of the preview lists ${kinds === 1 ? 'it' : 'them'}.`;
}

function noteLine({ file, message, count, record }: ConversionNote): string {
  const where = record === undefined ? '' : `, first in record ${grouped(record)}`;
  const many = count === 1 ? '' : ` (${grouped(count)} times)`;
  return `  ${file}: ${message}${many}${where}`;
}
