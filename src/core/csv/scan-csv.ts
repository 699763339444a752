import { allAtOnce, type Steps } from '../steps';
import type { CsvScan } from './csv-scan';
import { KernelMaker, usualPiece, type Kernel } from './kernel';
import type { RecordSink } from './runs';
import { ScanRun } from './scan-run';

/** From so many bytes on a file is worth a kernel of its own. */
const large = 1024 ** 2;

interface MemoryLimits {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** Scans files one after the other. */
export class CsvScanner {
  readonly #maker = new KernelMaker();
  readonly #kernel: Kernel | undefined;
  /** The kernels of large files, by the memory that those were read into. */
  readonly #own = new WeakMap<Uint8Array, Kernel>();

  /**
   * `pieceSize` is how many bytes of a file the compiled loop looks at at a time. It is for tests alone: a text of a hundred bytes
   * has borders between pieces then, too.
   */
  constructor(pieceSize = usualPiece) {
    this.#kernel = this.#maker.make(pieceSize);
  }

  /**
   * Memory for a file of that size to be read into. What is scanned where it lies need not be copied, and the distinct values of its
   * columns are collected by the compiled loop, too. For a file of less than `least` bytes, and where there is no such memory, it is of
   * the usual kind. `most` is how much memory there may be for the file and its columns; more than two gigabytes are not possible.
   */
  memoryFor(size: number, { least = large, most }: MemoryLimits = {}): Uint8Array {
    const kernel = size < least ? undefined : this.#maker.make(size, most);
    if (kernel === undefined) return new Uint8Array(size);
    this.#own.set(kernel.input, kernel);
    return kernel.input;
  }

  /** The kernel in whose memory a file lies, if there is one. */
  kernelOf(bytes: Uint8Array): Kernel | undefined {
    return this.#own.get(bytes);
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
    return new ScanRun(bytes, { sink, kernel: this.kernelOf(bytes) ?? this.#kernel }).scan();
  }
}

/** Scans a file as `CsvScanner` does, without the compiled loop: for small ones, and to hold the two against each other. */
export function scanCsv(bytes: Uint8Array, sink?: RecordSink): CsvScan {
  return allAtOnce(new ScanRun(bytes, { sink }).scan());
}
