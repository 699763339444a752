import { CsvScanner } from '../core/csv/scan-csv';
import { scanSteps, type ScannedFile } from '../core/model/roster';
import type { RosterEntry, RosterInput } from '../core/model/roster-input';
import { allAtOnce } from '../core/steps';
import { validateScanned, type ValidateOptions, type Validation } from '../core/validate-roster';

/** Scans the files of a roster one by one, each while the next is being read. */
export class ScansWhileReading {
  readonly scanner = new CsvScanner();
  readonly #files = new Map<string, readonly ScannedFile[]>();

  readonly add = (entry: RosterEntry): void => {
    this.#files.set(entry.path, this.#scan([entry]));
  };

  /** As `validateRoster`; files that were not given before are scanned now. */
  validate(input: RosterInput, options: ValidateOptions): Validation {
    const isScanned = ({ path }: RosterEntry) => this.#files.has(path);
    const files = input.entries.some(isScanned)
      ? input.entries.flatMap((entry) => this.#files.get(entry.path) ?? [])
      : this.#scan(input.entries);
    return validateScanned(input, files, options);
  }

  #scan(entries: readonly RosterEntry[]): readonly ScannedFile[] {
    return allAtOnce(scanSteps(entries, this.scanner));
  }
}
