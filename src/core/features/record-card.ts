import { escapeMarkdown } from './describe-column';
import type { RecordDescription } from './describe-record';
import type { Say } from '../text/say';

/** Makes a link to a record out of its words; records count from 1, the header. */
export type RecordLink = (label: string, file: string, record: number) => string;

/** Who or what a record is and where it stands, in a line of Markdown. */
export function recordCard(description: RecordDescription, link: RecordLink, say: Say): string {
  const { name, kind, details, file, record } = description;
  const words = [kind, ...details].map(escapeMarkdown).join(', ');
  return `**${escapeMarkdown(name)}** · ${words} · ${link(say('{file}, record {record}', { file, record: String(record) }), file, record)}`;
}

/** A record in a few words: `Lincoln High, school`. */
export function recordWords({ name, kind, details }: RecordDescription): string {
  return [name, kind, ...details].join(', ').replace(/\s+/g, ' ');
}
