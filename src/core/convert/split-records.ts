import { contentText } from '../csv/field';
import { csvField } from '../edits/write-field';
import { noField } from '../model/distinct-values';
import { splitItems } from '../model/list-items';
import type { References } from '../model/references';
import type { TableFact } from '../spec/types';
import type { Steps } from '../steps';
import { encodeUtf8 } from '../text/utf8';
import { ByteWriter } from './byte-writer';
import type { SplitFact } from './conversion-facts';
import type { FieldPlan } from './field-plan';
import { splitKey, valueForItem } from './split-values';
import type { TablePlan } from './table-plan';
import { copyField, lineEndOf } from './write-table';

/** A table that the older version does not have. */
export interface MadeTable {
  readonly fact: TableFact;
  readonly bytes: Uint8Array;
  readonly records: number;
}

/** How many owners are worked on in one step. */
const atOnce = 2048;

const comma = encodeUtf8(',');

/** Makes a record of each item in the lists of a table's records: a role of each person in each organization. */
export function* splitRecords(
  split: SplitFact,
  plan: TablePlan,
  references: References | undefined,
  fact: TableFact,
): Steps<MadeTable> {
  const { table } = plan;
  const maker = new RecordMaker(split, plan, references, fact);
  for (let record = 1; record < table.recordCount; record++) {
    if (record % atOnce === 0) yield;
    if (plan.isKept(record) && !table.isBlank(record)) maker.add(record);
  }
  return { fact, bytes: maker.writer.finish(), records: maker.records };
}

class RecordMaker {
  readonly writer: ByteWriter;
  records = 0;
  readonly #split: SplitFact;
  readonly #plan: TablePlan;
  readonly #references: References | undefined;
  readonly #fact: TableFact;
  readonly #lineEnd: Uint8Array;
  readonly #keys = new Set<string>();
  readonly #items = new Map<number, readonly Item[]>();
  readonly #copied: ReadonlyMap<string, FieldPlan>;
  readonly #ownerColumn: number;
  readonly #valueColumn: number;
  readonly #listColumn: number;

  constructor(split: SplitFact, plan: TablePlan, references: References | undefined, fact: TableFact) {
    const { table } = plan;
    this.#split = split;
    this.#plan = plan;
    this.#references = references;
    this.#fact = fact;
    this.#lineEnd = lineEndOf(table);
    this.#ownerColumn = table.columnIndex(split.columns.key);
    this.#valueColumn = table.columnIndex(split.value);
    this.#listColumn = table.columnIndex(split.list);
    this.#copied = new Map(
      split.copied.flatMap((name) => {
        const field = plan.field(name);
        return field === undefined ? [] : [[name, field] as const];
      }),
    );
    this.writer = new ByteWriter(table.recordCount * 64);
    this.#writeTexts(fact.columns.map(({ name }) => name));
  }

  /** Makes the records of one owner. */
  add(record: number): void {
    const { table } = this.#plan;
    const owner = this.#ownerColumn < 0 ? '' : table.text(record, this.#ownerColumn);
    const value = this.#valueColumn < 0 ? '' : table.text(record, this.#valueColumn);
    for (const { text, target } of this.#itemsOf(record)) {
      const { columns, rank } = this.#split;
      const values: Readonly<Record<string, string>> = {
        [columns.key]: this.#keyOf(owner, text),
        [columns.owner]: owner,
        [columns.item]: text,
        [columns.value]: valueForItem(this.#split, value, this.#references?.target, target),
        [columns.rank]: rank,
      };
      this.#write(record, values);
      this.records++;
    }
  }

  #write(record: number, values: Readonly<Record<string, string>>): void {
    const { writer } = this;
    for (const [index, { name }] of this.#fact.columns.entries()) {
      if (index > 0) writer.write(comma);
      const copied = this.#copied.get(name);
      if (copied === undefined) writer.write(this.#encoded(values[name] ?? ''));
      else {
        const replaced = copied.at(record);
        if (replaced === undefined) copyField(writer, this.#plan.table.scan, record, copied.column);
        else writer.write(replaced);
      }
    }
    writer.write(this.#lineEnd);
  }

  /** The items of a record's list, each once. Where nobody knows what they name, they are items all the same. */
  #itemsOf(record: number): readonly Item[] {
    const { table } = this.#plan;
    if (this.#listColumn < 0) return [];
    const values = table.values(this.#listColumn);
    const code = values.codes[record] ?? noField;
    if (code === noField) return [];
    const known = this.#items.get(code);
    if (known !== undefined) return known;
    const targets = this.#references?.items(code) ?? [];
    const items = new Map<string, Item>();
    for (const [index, [start, end]] of splitItems(
      table.bytes,
      values.start(code),
      values.end(code),
    ).entries()) {
      const text = contentText(table.bytes, start, end);
      if (!items.has(text)) items.set(text, { text, target: targets[index]?.record });
    }
    const found = [...items.values()];
    this.#items.set(code, found);
    return found;
  }

  /** A key that no other record has. */
  #keyOf(owner: string, item: string): string {
    const wanted = splitKey(owner, item);
    let key = wanted;
    for (let number = 2; this.#keys.has(key); number++) key = `${wanted}-${String(number)}`;
    this.#keys.add(key);
    return key;
  }

  #writeTexts(texts: readonly string[]): void {
    for (const [index, text] of texts.entries()) {
      if (index > 0) this.writer.write(comma);
      this.writer.write(this.#encoded(text));
    }
    this.writer.write(this.#lineEnd);
  }

  #encoded(text: string): Uint8Array {
    return encodeUtf8(csvField(text, this.#plan.isQuoted && text !== ''));
  }
}

interface Item {
  readonly text: string;
  /** The record that it names. */
  readonly target: number | undefined;
}
