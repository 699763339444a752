import { sentence, spoken, type Say, type Sentence } from '../text/say';

/** Why a delivery was made that nobody had to give a reason for. */
export type OwnReason = 'again' | 'rollback';

/** What the receipt of such a delivery says, in English. @param id of the earlier delivery whose package it was */
export function ownReason(why: OwnReason, id: string): Sentence {
  return why === 'again' ? sentence('Uploaded again: {id}', { id }) : sentence('Rolled back to {id}', { id });
}

/** The reason on a receipt in the reader's language, if it is one of our own; what people have written stays as it is. */
export function saidReason(reason: string, say: Say): string {
  const [, words, id = ''] = /^(Uploaded again: |Rolled back to )(\S+)$/.exec(reason) ?? [];
  if (words === undefined) return reason;
  return spoken(ownReason(words.startsWith('Rolled') ? 'rollback' : 'again', id), say);
}
