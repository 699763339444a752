import type { OneRosterVersion } from '../spec/types';
import { inEnglish, phrase, type Say } from '../text/say';

/**
 * `lost`: something has no place in the new version. `changed`: something is written in another way, and would not be turned back.
 * `added`: something stands there now that nobody has written. `open`: something that the new version wants is still to be filled.
 */
export type NoteKind = 'lost' | 'changed' | 'added' | 'open';

/** Why there is something to say. */
export type NoteReason = keyof typeof texts;

/** What a person has to know about a conversion. Something that concerns many records is one note. */
export interface ConversionNote {
  readonly kind: NoteKind;
  readonly reason: NoteReason;
  /** The step, for a conversion may have two. */
  readonly from: OneRosterVersion;
  readonly to: OneRosterVersion;
  /** The file that it is about, as it was before the step; for what was added, as it is after it. */
  readonly file: string;
  readonly column?: string;
  /** The value, or one of several. */
  readonly value?: string;
  readonly newValue?: string;
  /** How many records it concerns, a true total. */
  readonly count: number;
  /** The first of these records, the header being 1; not there where it is about no record. */
  readonly record?: number;
  /** In English. */
  readonly message: string;
}

/** What is said of one record, value or file, before the like of it is counted. */
export interface Remark {
  readonly reason: NoteReason;
  readonly file: string;
  readonly column?: string;
  readonly value?: string;
  readonly newValue?: string;
  /** Whether each value is a note of its own. */
  readonly isPerValue?: boolean;
}

const texts = {
  noFile: ['lost', phrase('{file} is no file of OneRoster {from} and stays behind')],
  noTable: ['lost', phrase('OneRoster {to} has no {file}')],
  noColumn: ['lost', phrase('{column} has no place in OneRoster {to}, for example "{value}"')],
  noProperty: ['lost', phrase('The property {column} has no place in OneRoster {to}; it is "{value}"')],
  noValue: ['lost', phrase('{column} "{value}" has no word in OneRoster {to} and is left empty')],
  lessValue: ['lost', phrase('{column} "{value}" becomes "{newValue}", which says less or something else')],
  otherMeaning: ['lost', phrase('{column} "{value}" stays, but says something else in OneRoster {to}')],
  lessText: ['lost', phrase('{column} loses a part, for example "{value}" becomes "{newValue}"')],
  valueLeftOut: [
    'lost',
    phrase(
      'The record is left out: {column} "{value}" has no word in OneRoster {to}, and something has to stand there',
    ),
  ],
  blankLeftOut: [
    'lost',
    phrase('The record is left out: {column} is blank, which OneRoster {to} does not allow'),
  ],
  referenceLeftOut: [
    'lost',
    phrase('The record is left out: {column} names one that is left out, "{value}"'),
  ],
  ownerLeftOut: ['lost', phrase('The record is left out: {column} names nobody in this roster, "{value}"')],
  itemLost: [
    'lost',
    phrase('{column} names a record that is left out; it becomes "{newValue}" from "{value}"'),
  ],
  shapeLeftOut: ['lost', phrase('The record is left out: its fields do not fit the header')],
  noOwnRecord: ['lost', phrase('The record is left out: {column} cannot be filled, for no record says it')],
  otherRole: ['lost', phrase('{column} "{value}" is not the one that is kept, which is "{newValue}"')],
  rankLost: [
    'lost',
    phrase('{column} "{value}" has no place in OneRoster {to}; on the way back it would be "{newValue}"'),
  ],
  keyLost: [
    'lost',
    phrase('{column} has no place in OneRoster {to}; on the way back "{value}" would be "{newValue}"'),
  ],
  copiedLost: [
    'lost',
    phrase('{column} "{value}" is not that of the record that it becomes a part of, which is "{newValue}"'),
  ],
  respelt: ['changed', phrase('{column} "{value}" is written "{newValue}"')],
  filled: ['added', phrase('{column} is "{newValue}" where OneRoster {from} says nothing')],
  tableAdded: ['added', phrase('{file} is made; {from} keeps this in other files')],
  manifestAdded: ['added', phrase('{file} is made, because OneRoster {to} wants one')],
  fileAdded: ['added', phrase('{file} holds its header alone: OneRoster {to} asks for the file')],
  recordAdded: ['added', phrase('A record "{value}" is added, because OneRoster {to} wants one to be named')],
  noCode: ['open', phrase('{column} is "{value}", which is no code that readers of OneRoster {to} know')],
  stillBlank: ['open', phrase('{column} is blank, and OneRoster {to} wants it filled')],
} as const satisfies Readonly<Record<string, readonly [NoteKind, string]>>;

/** How often a remark was made. */
export class RemarkCount {
  readonly remark: Remark;
  count = 0;
  /** The first record that it was made on, the header being 0; -1 where it is on none. */
  record = -1;

  constructor(remark: Remark) {
    this.remark = remark;
  }

  add(record = -1, count = 1): void {
    if (this.count === 0) this.record = record;
    this.count += count;
  }
}

/** Counts remarks that are alike. */
export class NoteCollector {
  readonly #from: OneRosterVersion;
  readonly #to: OneRosterVersion;
  readonly #found = new Map<string, RemarkCount>();

  constructor(from: OneRosterVersion, to: OneRosterVersion) {
    this.#from = from;
    this.#to = to;
  }

  /** Takes note of a remark on a record (the header is 0), or on none. */
  add(remark: Remark, record?: number, count?: number): void {
    this.counter(remark).add(record, count);
  }

  /** What counts a remark and those like it, for many records. */
  counter(remark: Remark): RemarkCount {
    const { reason, file, column = '', value = '', newValue = '', isPerValue = false } = remark;
    const key = [reason, file, column, ...(isPerValue ? [value, newValue] : [])].join('\n');
    const known = this.#found.get(key) ?? new RemarkCount(remark);
    this.#found.set(key, known);
    return known;
  }

  notes(): readonly ConversionNote[] {
    const found = [...this.#found.values()].filter(({ count }) => count > 0);
    return found.map(({ remark, count, record }) => this.#note(remark, count, record));
  }

  #note(remark: Remark, count: number, record: number): ConversionNote {
    const { reason, file, column, value, newValue } = remark;
    const [kind] = texts[reason];
    const from = this.#from;
    const to = this.#to;
    return {
      ...{ kind, reason, from, to, file },
      ...(column === undefined ? {} : { column }),
      ...(value === undefined ? {} : { value }),
      ...(newValue === undefined ? {} : { newValue }),
      count,
      ...(record >= 0 ? { record: record + 1 } : {}),
      message: noteText({ reason, file, column, value, newValue, from, to }, inEnglish),
    };
  }
}

/** The notes whose values are words of a list, which name nobody. */
const ofWords: readonly NoteReason[] = [
  'noValue',
  'lessValue',
  'otherMeaning',
  'valueLeftOut',
  'otherRole',
  'rankLost',
  'filled',
  'recordAdded',
];

/** A note without what stands in fields, so that it can be passed on. Words of a list stay: they are what it is about. */
export function withoutValues(note: ConversionNote): ConversionNote {
  if (ofWords.includes(note.reason)) return note;
  const { value, newValue, ...rest } = note;
  const hidden = {
    value: value === undefined ? value : '…',
    newValue: newValue === undefined ? newValue : '…',
  };
  return { ...rest, message: noteText({ ...note, ...hidden }, inEnglish) };
}

/** A note in the reader's language. */
export function noteText({ reason, from, to, file, column, value, newValue }: NoteFields, say: Say): string {
  return say(texts[reason][1], {
    ...{ from, to, file },
    ...{ column: column ?? '', value: value ?? '', newValue: newValue ?? '' },
  });
}

interface NoteFields extends Pick<ConversionNote, 'reason' | 'from' | 'to' | 'file'> {
  readonly column?: string | undefined;
  readonly value?: string | undefined;
  readonly newValue?: string | undefined;
}
