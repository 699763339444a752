import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { fieldCount, recordRange } from '../core/csv/field';
import type { CsvScan } from '../core/csv/csv-scan';
import type { PlannedFile } from '../core/delivery/plan-package';
import { RosterError } from '../core/errors';
import { phrase, type Sentence, sentence } from '../core/text/say';
import { breathe } from './cancel';
import { openToRead } from './file-failure';
import { readCentralDirectory, type ZipEntry } from './zip/central-directory';
import { EntryFailure, unpackEntry } from './zip/unpack-entry';

/** A file that was packed, with the scan that it was checked by. */
export interface SourceFile extends PlannedFile {
  readonly scan: CsvScan;
}

export interface ReadBackOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told how much of the work is done, from 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Opens a finished package from the disk as its reader would and compares it with what was packed: the same names in the
 * same order, the same bytes by SHA-256, and the same number of records as csv-parse counts them. None of the code that
 * wrote the package or checked the roster takes part in that.
 *
 * A package may be made of broken CSV by force. Where records differ in width, csv-parse is told to let that pass, and the
 * records are counted all the same. Where quotes are broken or the text is UTF-16, each reader sees other records, so
 * there is no right number to compare with: then names and bytes decide alone.
 *
 * Throws `read-back-failed` at the first difference, `file-unreadable`, `zip-unreadable` and `cancelled`.
 */
export async function readBack(
  path: string,
  files: readonly SourceFile[],
  options: ReadBackOptions = {},
): Promise<void> {
  const handle = await openToRead(path);
  try {
    const { entries } = await readCentralDirectory(handle, path);
    compare(
      sentence('the names'),
      entries.map((entry) => entry.name).join(', '),
      files.map((file) => file.name).join(', '),
    );
    const total = files.reduce((sum, file) => sum + file.bytes.length, 0);
    let before = 0;
    for (const [index, file] of files.entries()) {
      const entry = entries[index];
      if (entry === undefined) continue;
      const passed = before;
      await readFileBack(handle, entry, file, options.signal, (bytes) =>
        options.onProgress?.((passed + bytes) / Math.max(total, 1)),
      );
      before += file.bytes.length;
    }
  } finally {
    await handle.close();
  }
}

/** The number of records that a plain CSV reader counts, the header included: lines of nothing are none. */
function countRecords(scan: CsvScan): number {
  let count = 0;
  for (let record = 0; record < scan.recordCount; record++) if (!isEmptyLine(scan, record)) count++;
  return count;
}

async function readFileBack(
  handle: FileHandle,
  entry: ZipEntry,
  file: SourceFile,
  signal: AbortSignal | undefined,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const hash = createHash('sha256');
  const counter = hasCountableRecords(file) ? await createRecordCounter(file) : undefined;
  let bytes = 0;
  try {
    for await (const piece of unpackEntry(handle, entry)) {
      hash.update(piece);
      await counter?.write(piece);
      bytes += piece.length;
      onBytes(bytes);
      await breathe(signal);
    }
  } catch (error) {
    throw error instanceof EntryFailure
      ? different(sentence('{name} {reason}', { name: entry.name, reason: error.reason }))
      : error;
  }
  compare(
    sentence('the SHA-256 of {name}', { name: file.name }),
    hash.digest('hex'),
    await sha256Of(file.bytes, signal),
  );
  if (counter === undefined) return;
  compare(
    sentence('the number of records in {name}', { name: file.name }),
    await counter.end(),
    countRecords(file.scan),
  );
}

/** Made piece by piece, for a large file takes a while. */
async function sha256Of(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += hashedAtOnce) {
    hash.update(bytes.subarray(at, at + hashedAtOnce));
    await breathe(signal);
  }
  return hash.digest('hex');
}

const hashedAtOnce = 4 * 1024 ** 2;

function hasCountableRecords({ scan, bytes }: SourceFile): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return scan.unclosedQuotes.length === 0 && scan.strayQuotes.length === 0 && !isUtf16;
}

interface RecordCounter {
  write(piece: Uint8Array): Promise<void>;
  end(): Promise<number>;
}

/** Counts records with csv-parse while they arrive. */
async function createRecordCounter(file: SourceFile): Promise<RecordCounter> {
  const { parse } = await import('csv-parse');
  let count = 0;
  const parser = parse({
    bom: true,
    skip_empty_lines: true,
    max_record_size: 0,
    relax_column_count: !isRectangular(file.scan),
    record_delimiter: file.bytes.includes(0x0a) ? ['\r\n', '\n'] : ['\r'],
    on_record: () => {
      count++;
      return null;
    },
  });
  const finished = new Promise<void>((resolve, reject) => {
    parser.on('end', resolve);
    parser.on('error', (error) =>
      reject(
        different(sentence('{name} cannot be parsed: {words}', { name: file.name, words: error.message })),
      ),
    );
  });
  // A failure is reported by whoever waits next; until then it is no unhandled one.
  finished.catch(() => undefined);
  parser.resume();
  return {
    write: (piece) => {
      const written = new Promise<void>((resolve) => parser.write(piece, () => resolve()));
      return Promise.race([written, finished]);
    },
    async end() {
      parser.end();
      await finished;
      return count;
    },
  };
}

function isRectangular(scan: CsvScan): boolean {
  const width = fieldCount(scan, 0);
  for (let record = 1; record < scan.recordCount; record++) {
    if (fieldCount(scan, record) !== width && !isEmptyLine(scan, record)) return false;
  }
  return true;
}

function isEmptyLine(scan: CsvScan, record: number): boolean {
  const { start, end } = recordRange(scan, record);
  return start === end;
}

function compare(what: Sentence, found: string | number, expected: string | number): void {
  if (found !== expected)
    throw different(
      sentence('{what} should be {expected} and is {found}', {
        what,
        expected: String(expected),
        found: String(found),
      }),
    );
}

function different(what: Sentence): RosterError {
  return new RosterError(
    'read-back-failed',
    sentence('The finished package was read back and is not what was packed: {what}.', { what }),
    phrase(
      'The package was deleted. Try again; if it happens again, check the disk, or report this as a bug.',
    ),
  );
}
