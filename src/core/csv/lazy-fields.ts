import { carriageReturn, lineFeed } from './bytes';
import type { CsvScan, FieldPlaces } from './csv-scan';
import { GrowableOffsets } from './growable-offsets';
import { RecordScanner } from './record-scanner';

/** A scanned file whose fields are yet to be found. */
export interface UnreadFields extends Pick<CsvScan, 'bytes' | 'recordStarts' | 'lineEnds'> {
  /** The number of each record's first field, where records differ in how many they have. */
  readonly firstFields: Uint32Array | undefined;
  /** Reads the file again, and says where all fields end. */
  readonly readAll: () => Uint32Array;
}

/** The share of a file's records that may be read one by one before it pays to read all of them. */
const mostSingle = 1 / 16;
/** So many may be, however short the file is. */
const leastSingle = 64;

/**
 * The places of fields that are found when somebody asks. Of a large file hardly anybody asks about more than the records with
 * problems, and where all of its fields end is half as much to keep as the file itself.
 */
export class LazyFields implements FieldPlaces {
  readonly #file: UnreadFields;
  readonly #headerEnds: Uint32Array;
  #firstFields: Uint32Array | undefined;
  #fieldEnds: Uint32Array | undefined;
  #last: { readonly record: number; readonly ends: Uint32Array };
  #singleLeft: number;

  constructor(file: UnreadFields) {
    const { recordStarts } = file;
    this.#file = file;
    this.#firstFields = file.firstFields;
    this.#headerEnds = recordStarts.length === 0 ? new Uint32Array(0) : this.#read(0);
    this.#last = { record: 0, ends: this.#headerEnds };
    this.#singleLeft = Math.max(recordStarts.length * mostSingle, leastSingle);
  }

  get firstFields(): Uint32Array {
    this.#firstFields ??= multiples(this.#headerEnds.length, this.#file.recordStarts.length + 1);
    return this.#firstFields;
  }

  get fieldEnds(): Uint32Array {
    this.#fieldEnds ??= this.#file.readAll();
    return this.#fieldEnds;
  }

  readonly countOf = (record: number): number => {
    const { firstFields, recordStarts } = this.#file;
    if (firstFields !== undefined) return (firstFields[record + 1] ?? 0) - (firstFields[record] ?? 0);
    return record < recordStarts.length ? this.#headerEnds.length : 0;
  };

  readonly endsOf = (record: number): Uint32Array => {
    if (record === 0) return this.#headerEnds;
    if (record === this.#last.record) return this.#last.ends;
    if (this.#fieldEnds === undefined && this.#singleLeft-- > 0) {
      // A record is mostly asked about field by field.
      this.#last = { record, ends: this.#read(record) };
      return this.#last.ends;
    }
    return this.fieldEnds.subarray(this.firstFields[record], this.firstFields[record + 1]);
  };

  /** That is where its line end stands, or the end of the file: its fields need not be looked at. */
  readonly endOf = (record: number): number => {
    const { bytes, recordStarts, lineEnds } = this.#file;
    const isLast = record + 1 >= recordStarts.length;
    const next = isLast ? bytes.length : (recordStarts[record + 1] ?? 0);
    const length = next - (recordStarts[record] ?? 0);
    const last = length > 0 ? bytes[next - 1] : undefined;
    if (last === lineFeed) return length > 1 && bytes[next - 2] === carriageReturn ? next - 2 : next - 1;
    // A carriage return alone ends records only where no line feed does.
    return isLast && (last !== carriageReturn || lineEnds.cr === 0) ? next : next - 1;
  };

  #read(record: number): Uint32Array {
    const { bytes, recordStarts } = this.#file;
    const scanner = new RecordScanner(bytes, new GrowableOffsets(16));
    scanner.scanRecord(recordStarts[record] ?? 0);
    return scanner.fieldEnds.view();
  }
}

function multiples(of: number, count: number): Uint32Array {
  const found = new Uint32Array(count);
  for (let at = 0; at < count; at++) found[at] = at * of;
  return found;
}
