import { grouped } from './counted';

/** What stands in the place of a text's `{placeholders}`. Numbers are written as the language writes them. */
export type TextValues = Readonly<Record<string, string | number>>;

/**
 * Gives a text in the reader's language. It is called with the English one, which is also its key in `l10n/`; where the language has
 * none for it, it stays English. Callers write the English text as a literal, so that scripts can find it.
 */
export type Say = (english: string, values?: TextValues) => string;

/** The texts of a language, by the English ones. */
export type Texts = Readonly<Record<string, string>>;

/** As they are written. */
export const inEnglish: Say = (english, values = {}) => fill(english, values, grouped);

/**
 * A language such as `de` or `es-MX`, with its texts.
 * @param readOthers gives further texts; asked once, when there is a text to say that the first ones do not have
 */
export function inLanguage(language: string, texts: Texts, readOthers: () => Texts = () => ({})): Say {
  const known = new Map(Object.entries(texts));
  let others: ReadonlyMap<string, string> | undefined;
  const other = (english: string) => (others ??= new Map(Object.entries(readOthers()))).get(english);
  const number = numbersOf(language);
  return (english, values = {}) => fill(known.get(english) ?? other(english) ?? english, values, number);
}

/** A text that something else will `say`: it stands apart, so that scripts find it here. */
export function phrase<T extends string>(english: T): T {
  return english;
}

/** What stands in the place of a sentence's `{placeholders}`: also parts that have to be said themselves. */
export type SentenceValues = Readonly<Record<string, string | number | Sentence>>;

/** A text with its values, to be said where the reader's language is known. Plain data: it crosses processes. */
export interface Sentence {
  readonly english: string;
  readonly values: SentenceValues;
}

/** A sentence to be said later. Its English text is a literal, so that scripts find it here. */
export function sentence(english: string, values: SentenceValues = {}): Sentence {
  return { english, values };
}

/** A text without values as a sentence. It stands as a `phrase` where it comes from. */
export function sentenceOf(text: string | Sentence): Sentence {
  return typeof text === 'string' ? { english: text, values: {} } : text;
}

/** One sentence after the other. */
export function joined(first: Sentence, second: Sentence): Sentence {
  return { english: '{first} {second}', values: { first, second } };
}

/** A text in quotes, as the reader's language writes them. */
export function quoted(text: string): Sentence {
  return sentence('"{text}"', { text });
}

/** Several things, one after the other: `a, b, c`. */
export function listed(things: readonly (string | Sentence)[]): string | Sentence {
  const [first = '', ...others] = things;
  return others.reduce<string | Sentence>(
    (before, next) => ({ english: '{before}, {next}', values: { before, next } }),
    first,
  );
}

/** A number with a point in it: languages have their own sign between a whole and its parts. */
export function decimal(digits: string): string | Sentence {
  const [whole = '', parts] = digits.split('.');
  return parts === undefined ? whole : sentence('{whole}.{parts}', { whole, parts });
}

/** One of several things, such as `a or b`. */
export function anyOf(things: readonly (string | Sentence)[]): string | Sentence {
  const [first = '', ...others] = things;
  return others.reduce<string | Sentence>(
    (before, next) => sentence('{before} or {next}', { before, next }),
    first,
  );
}

/** Says a sentence with its parts; a text that is none is said as it is. */
export function spoken(text: string | Sentence, say: Say): string {
  if (typeof text === 'string') return say(text);
  const said = Object.entries(text.values).map(([name, value]) => [
    name,
    typeof value === 'object' ? spoken(value, say) : value,
  ]);
  return say(text.english, Object.fromEntries(said) as TextValues);
}

/** How a language writes whole numbers. */
export function numbersOf(language: string): (count: number) => string {
  const [base] = language.toLowerCase().split('-');
  if (base === 'de') return (count) => grouped(count).replaceAll(',', '.');
  // Numbers of four digits stand without a space, as the Academia writes them.
  if (base === 'es')
    return (count) => (Math.abs(count) < 10_000 ? String(count) : grouped(count).replaceAll(',', '\u00a0'));
  return grouped;
}

/** Puts values into the `{placeholders}` of a text; one without a value stays. */
export function fill(text: string, values: TextValues, number: (count: number) => string): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? number(value) : value;
  });
}
