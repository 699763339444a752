import { EditableCsv } from './csv/editable-csv';
import { CsvScanner } from './csv/scan-csv';
import { assembleRoster, modeByContent, statedMode } from './model/assemble-roster';
import { indexCsv } from './model/index-csv';
import { recordEdit } from './model/record-edit';
import { scanSteps, type ReadRosterOptions, type Roster, type ScannedFile } from './model/roster';
import type { RosterEntry, RosterInput } from './model/roster-input';
import { ScannedTable } from './model/scanned-table';
import { RuleMemory } from './rules/engine/rule-memory';
import { allAtOnce, type Steps } from './steps';
import { checkSteps, rosterOptions, type ValidateOptions, type Validation } from './validate-roster';

/** Bytes `start` to `end` (exclusive) of a table (`Table.bytes`: UTF-8), and what is to stand in their place. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: Uint8Array;
}

/**
 * A roster that is checked again and again while it is edited. After an edit only what it touches is scanned, and only those
 * rules are asked again that had looked at what has changed.
 */
export class LiveRoster {
  readonly #options: ValidateOptions;
  readonly #scanner: CsvScanner;
  readonly #editable = new Map<string, EditableCsv>();
  #files: readonly ScannedFile[];
  #roster: Roster;
  #memory = new RuleMemory();

  private constructor(
    input: RosterInput,
    files: readonly ScannedFile[],
    scanner: CsvScanner,
    options: ValidateOptions,
  ) {
    this.#options = options;
    this.#scanner = scanner;
    this.#files = files;
    this.#roster = assembleRoster(input, files, this.#assembly);
  }

  /** Reads a roster, in steps. */
  static *open(input: RosterInput, options: ValidateOptions = {}): Steps<LiveRoster> {
    const scanner = options.scanner ?? new CsvScanner();
    return new LiveRoster(input, yield* scanSteps(input.entries, scanner), scanner, options);
  }

  /** The roster as it is now. After an edit it may be another, and what is kept of an earlier one may be wrong. */
  get roster(): Roster {
    return this.#roster;
  }

  /** Takes over the edits of a file, one after the other. */
  edit(path: string, edits: readonly TextEdit[]): void {
    for (const edit of edits) if (!this.#edit(path, edit)) this.#readAgain(path);
  }

  /** Takes another content for files, or takes them out; what is not named stays as it is. In steps, the last of which does it. */
  *replace(entries: readonly RosterEntry[], removed: readonly string[] = []): Steps<void> {
    const scanned = yield* scanSteps(entries, this.#scanner);
    const paths = new Set([...removed, ...entries.map(({ path }) => path)]);
    const files = [...this.#currentFiles().filter(({ path }) => !paths.has(path)), ...scanned];
    for (const path of paths) this.#editable.delete(path);
    const kept = this.#roster.input.entries.filter(({ path }) => !paths.has(path));
    this.#assemble({ ...this.#roster.input, entries: [...kept, ...entries].sort(byPath) }, files);
  }

  /** Checks what has changed since the last time, and tells of everything. */
  validate(): Validation {
    return allAtOnce(this.validateSteps());
  }

  /** As `validate`, in steps. Once the roster is edited, what is left of them must not be done. */
  validateSteps(): Steps<Validation> {
    return checkSteps(this.#roster, { ...this.#options, memory: this.#memory });
  }

  get #assembly(): ReadRosterOptions {
    return rosterOptions(this.#options);
  }

  /** Returns whether only records have changed; if not, the file has to be read again. */
  #edit(path: string, { start, end, text }: TextEdit): boolean {
    const table = this.#tableAt(path);
    if (table === undefined) return true;
    const csv = this.#editable.get(path) ?? new EditableCsv(table.scan);
    this.#editable.set(path, csv);
    const change = csv.replace(start, end, text);
    if (change === undefined || table === this.#roster.manifest) return false;
    table.edit(recordEdit(change, csv.scan));
    this.#memory.move({ file: path, start, end, shift: change.shift });
    return !this.#hasOtherMode(table);
  }

  /** A file whose meaning the manifest does not state is taken by its content. */
  #hasOtherMode(table: ScannedTable): boolean {
    const { fact, mode } = table;
    if (fact === undefined) return false;
    const row = this.#roster.manifestRows.findLast(({ property }) => property === `file.${fact.name}`);
    return statedMode(row?.value) === undefined && modeByContent(table.scan) !== mode;
  }

  #readAgain(path: string): void {
    const bytes = this.#editable.get(path)?.scan.bytes;
    if (bytes === undefined) return;
    this.#editable.delete(path);
    const again = { path, ...indexCsv(this.#scanner, bytes.slice()) };
    this.#assemble(
      this.#roster.input,
      this.#currentFiles().map((file) => (file.path === path ? again : file)),
    );
  }

  #assemble(input: RosterInput, files: readonly ScannedFile[]): void {
    const places = new Map(input.entries.map(({ path }, place) => [path, place]));
    this.#files = [...files].sort((a, b) => (places.get(a.path) ?? 0) - (places.get(b.path) ?? 0));
    this.#roster = assembleRoster(input, this.#files, this.#assembly);
    this.#memory = new RuleMemory();
  }

  /** The files with the edits that have been made of them. */
  #currentFiles(): readonly ScannedFile[] {
    return this.#files.map((file) => ({ path: file.path, ...(this.#tableAt(file.path)?.indexed ?? file) }));
  }

  #tableAt(path: string): ScannedTable | undefined {
    const table = this.#roster.tables.find(({ file }) => file === path);
    return table instanceof ScannedTable ? table : undefined;
  }
}

/** In the order in which the files of a folder are read. */
function byPath(a: RosterEntry, b: RosterEntry): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
