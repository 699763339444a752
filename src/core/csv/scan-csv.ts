import { allAtOnce, type Steps } from '../steps';
import type { CsvScan } from './csv-scan';
import { createKernel, type Kernel } from './kernel';
import type { RecordSink } from './runs';
import { ScanRun } from './scan-run';

/** Scans files one after the other. */
export class CsvScanner {
  readonly #kernel: Kernel;

  /**
   * `pieceSize` is how many bytes of a file the compiled loop looks at at a time; more than it has room for is not possible.
   * It is for tests alone: a text of a hundred bytes has borders between pieces then, too.
   */
  constructor(pieceSize = Infinity) {
    this.#kernel = createKernel(pieceSize);
  }

  /**
   * Scans RFC 4180 text with a comma as delimiter. It never fails: every byte belongs to a record or a line end, and what is
   * wrong is noted beside them; see `RecordScanner` for the rules.
   */
  scan(bytes: Uint8Array, sink?: RecordSink): CsvScan {
    return allAtOnce(this.steps(bytes, sink));
  }

  /** As `scan`, in steps. */
  steps(bytes: Uint8Array, sink?: RecordSink): Steps<CsvScan> {
    return new ScanRun(bytes, { sink, kernel: this.#kernel }).scan();
  }
}

/** Scans a file as `CsvScanner` does, without the compiled loop: for small ones, and to hold the two against each other. */
export function scanCsv(bytes: Uint8Array, sink?: RecordSink): CsvScan {
  return allAtOnce(new ScanRun(bytes, { sink }).scan());
}
