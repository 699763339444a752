import type { ColumnFact, Severity } from '../spec/types';
import { defineRule, type ValueReport } from './engine/define-rule';
import { isUsualList } from './shared/usual-list';
import { hasLooseQuote, hasOtherSeparator, splitList, type TypedItem } from './shared/typed-items';

type Message = 'separator' | 'empty' | 'blanks' | 'repeated';

/** `list` in the data of a problem is the whole field as it should be. */
export default defineRule<Message>({
  id: 'invalid-list',
  area: 'value',
  severity: 'error',
  summary: 'A list is not written as items with nothing but one comma between them.',
  messages: {
    separator:
      '{field} is "{value}"; the items of a list are separated by commas alone, without brackets: "{list}"',
    empty: '{field} has an empty item in its list, by a comma too many; write "{list}"',
    blanks: '{field} has a blank beside a comma at "{value}"; write "{list}"',
    repeated: '{field} names "{value}" twice',
  },
  value({ fact }) {
    if (fact?.list !== true) return undefined;
    return {
      check(value, report) {
        if (isUsualList(value)) return;
        const { text, bytes, start, end } = value;
        if (hasLooseQuote(bytes, start, end)) return;
        if (hasOtherSeparator(text)) report(otherSeparator(text, fact));
        else if (text.includes(',')) for (const found of defects(text, fact)) report(found);
      },
    };
  },
});

/** In a plain text, a blank may be meant and a semicolon be part of it; everywhere else the item comes out wrong. */
function leniently(fact: ColumnFact): { readonly severity?: Severity } {
  return fact.type === 'string' && !isPaired(fact) ? { severity: 'warning' } : {};
}

function isPaired({ format }: ColumnFact): boolean {
  return format === 'user-ids' || format === 'score-scale';
}

function otherSeparator(text: string, fact: ColumnFact): ValueReport<Message> {
  const items = text.trim().replace(/^\[|\]$/g, '');
  const separated = isPaired(fact)
    ? items.replace(/(?<=\})\s*[;|]\s*(?=\{)/g, ',')
    : items.replace(/[;|]/g, ',');
  return { message: 'separator', data: { list: tidy(splitList(separated), fact) }, ...leniently(fact) };
}

function* defects(text: string, fact: ColumnFact): Generator<ValueReport<Message>> {
  const items = splitList(text);
  const data = { list: tidy(items, fact) };
  const known = new Set<string>();
  if (data.list === '') {
    yield { message: 'empty', data };
    return;
  }
  for (const [index, item] of items.entries()) {
    const content = item.text.trim();
    if (content === '') yield { message: 'empty', data, ...withComma(item, index === items.length - 1) };
    else if (known.has(content)) yield* repeated(item, content, fact, data);
    else if (hasInnerBlank(item, text))
      yield { message: 'blanks', data, from: item.from, to: item.to, ...leniently(fact) };
    known.add(content);
  }
}

/** Subject codes go with the subjects beside them, and two subjects may well have one code. */
function* repeated(
  item: TypedItem,
  content: string,
  fact: ColumnFact,
  data: { readonly list: string },
): Generator<ValueReport<Message>> {
  if (fact.format === 'subject-code') return;
  const from = item.from + item.text.indexOf(content);
  yield { message: 'repeated', data, from, to: from + content.length, ...leniently(fact) };
}

/** The empty item and the comma that is too many: the one after it, or before it at the list's end. */
function withComma({ from, to }: TypedItem, isLast: boolean): { readonly from: number; readonly to: number } {
  return isLast ? { from: from - 1, to } : { from, to: to + 1 };
}

/** Blanks at the ends of the field are not the list's but the field's: `surrounding-whitespace` speaks of them. */
function hasInnerBlank({ text, from, to }: TypedItem, list: string): boolean {
  return (from > 0 && text !== text.trimStart()) || (to < list.length && text !== text.trimEnd());
}

/** The list without empty items, blanks round items and, where they mean nothing, repetitions. */
function tidy(items: readonly TypedItem[], { format }: ColumnFact): string {
  const texts = items.map(({ text }) => text.trim().replace(/^"(.*)"$/, '$1')).filter((text) => text !== '');
  return (format === 'subject-code' ? texts : [...new Set(texts)]).join(',');
}
