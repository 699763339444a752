import { contentRange, fieldCount, isBlankRecord } from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';
import type { Kernel, KernelTable } from '../csv/kernel';
import type { RecordBatch, RecordSink } from '../csv/runs';
import type { CsvScanner } from '../csv/scan-csv';
import { allAtOnce, type Steps } from '../steps';
import { ValueIndex } from './value-index';

/** A file that has been scanned, with the distinct values of its columns. */
export interface IndexedCsv {
  readonly scan: CsvScan;
  /** By column. Those past the scanner's limit are missing; `indexColumn` makes them when they are asked for. */
  readonly columns: readonly ValueIndex[];
}

/** Scans a file and collects the distinct values of its columns on the way. */
export function indexCsv(scanner: CsvScanner, bytes: Uint8Array): IndexedCsv {
  return allAtOnce(indexSteps(scanner, bytes));
}

/** As `indexCsv`, in steps. */
export function* indexSteps(scanner: CsvScanner, bytes: Uint8Array): Steps<IndexedCsv> {
  const kernel = scanner.kernelOf(bytes);
  if (kernel !== undefined) {
    const sink = new TableSink(bytes, kernel);
    const scan = yield* scanner.steps(bytes, sink);
    const columns = sink.finish();
    if (columns !== undefined) return { scan, columns };
  }
  const sink = new ColumnSink(bytes);
  const scan = yield* scanner.steps(bytes, sink);
  for (const column of sink.columns) column.finish();
  return { scan, columns: sink.columns };
}

/** Collects the distinct values of one column of a scanned file. */
export function indexColumn(scan: CsvScan, column: number): ValueIndex {
  const index = new ValueIndex(scan.bytes, column, scan.recordCount);
  for (let record = 1; record < scan.recordCount; record++) {
    if (column >= fieldCount(scan, record) || isBlankRecord(scan, record)) index.addNothing(record);
    else {
      const { start, end } = contentRange(scan, record, column);
      index.addField(record, start, end);
    }
  }
  return index;
}

class ColumnSink implements RecordSink {
  readonly columns: ValueIndex[] = [];
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  begin(width: number, records: number): void {
    for (let column = 0; column < width; column++) {
      this.columns.push(new ValueIndex(this.#bytes, column, records));
    }
  }

  take(batch: RecordBatch): void {
    for (const column of this.columns) column.add(batch);
  }
}

/** Has the kernel collect the values in its own memory, which may turn out to be too small. */
class TableSink implements RecordSink {
  readonly #bytes: Uint8Array;
  readonly #kernel: Kernel;
  #tables: readonly KernelTable[] | undefined;
  #recordCount = 1;

  constructor(bytes: Uint8Array, kernel: Kernel) {
    this.#bytes = bytes;
    this.#kernel = kernel;
  }

  begin(width: number, records: number): void {
    const tables = Array.from({ length: width }, (_, column) => this.#kernel.makeTable(column, records));
    this.#tables = tables.every((table) => table !== undefined) ? tables : undefined;
  }

  take({ firstRecord, count }: RecordBatch): void {
    this.#recordCount = firstRecord + count;
    if (this.#tables?.every((table) => table.add(firstRecord, count)) !== true) this.#tables = undefined;
  }

  /** The columns; undefined where there was not enough memory. */
  finish(): readonly ValueIndex[] | undefined {
    return this.#tables?.map(
      (table, column) => new ValueIndex(this.#bytes, column, this.#recordCount, table.finish()),
    );
  }
}
