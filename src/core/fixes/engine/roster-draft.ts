import type { Roster } from '../../model/roster';
import type { RosterEntry } from '../../model/roster-input';
import type { ByteEdit } from '../../edits/byte-edit';
import { decodeUtf8 } from '../../text/utf8';
import { utf16ByteOrder } from '../../text/utf16-byte-order';
import { FileDraft, type Decode, type FilePatch } from './file-draft';
import type { RosterChange } from './roster-change';
import { TakenBytes } from './taken-bytes';

/** What is to be done to files as wholes. */
type Operation = Exclude<RosterChange, { readonly edits: unknown }>;
type Edit = Extract<RosterChange, { readonly edits: unknown }>;

/** What one round of fixes edits in one file. */
interface FileRound {
  readonly edits: ByteEdit[];
  readonly taken: TakenBytes;
  readonly columns: boolean;
  isText: boolean;
}

/** A roster that fixes work on: in each round what does not get in each other's way, then the roster is read again. */
export class RosterDraft {
  readonly #decode: Decode;
  readonly #drafts = new Map<string, FileDraft>();
  readonly #gone: FileDraft[] = [];
  readonly #rounds = new Map<string, FileRound>();
  readonly #operations: Operation[] = [];
  /** The files that the round does something to as wholes. */
  readonly #operated = new Set<string>();
  readonly #done = new Set<string>();
  #roster: Roster;

  constructor(roster: Roster, decode: Decode) {
    this.#roster = roster;
    this.#decode = decode;
  }

  /** Takes changes over, all or none. Refused is what overlaps others of this round, and what changes nothing. */
  take(changes: readonly RosterChange[], once?: string): boolean {
    if (once !== undefined && this.#done.has(once)) return false;
    const real = changes.flatMap((change) => this.#withoutVoid(change));
    if (real.length === 0 || !real.every((change) => this.#isPossible(change))) return false;
    for (const change of real) this.#add(change);
    if (once !== undefined) this.#done.add(once);
    return true;
  }

  /** Ends a round. What has changed is for the roster to read, which then goes on from there. */
  finishRound(): { readonly entries: readonly RosterEntry[]; readonly removed: readonly string[] } {
    const changed = new Set<string>();
    const removed = new Set<string>();
    for (const [file, { edits, isText }] of this.#rounds) {
      this.#draftOf(file)?.edit(edits, isText);
      changed.add(file);
    }
    for (const operation of this.#operations) this.#operate(operation, changed, removed);
    this.#rounds.clear();
    this.#operations.length = 0;
    this.#operated.clear();
    this.#done.clear();
    const entries = [...changed].flatMap((path) => {
      const bytes = this.#drafts.get(path)?.bytes();
      return bytes === undefined ? [] : [{ path, content: { bytes } }];
    });
    return { entries, removed: [...removed] };
  }

  /** Goes on with the roster as it was read after a round. */
  goOn(roster: Roster): void {
    this.#roster = roster;
  }

  /** What all rounds together have made of the files, but for those that are as they were. */
  patches(): readonly FilePatch[] {
    return [...this.#gone, ...this.#drafts.values()].flatMap((draft) => draft.patch() ?? []);
  }

  /** Leaves out edits that would put there what is there. */
  #withoutVoid(change: RosterChange): readonly RosterChange[] {
    if (!('edits' in change)) return [change];
    const bytes = this.#bytesOf(change.file);
    const edits = change.edits.filter(({ start, end, text }) =>
      start === end ? text !== '' : decodeUtf8(bytes, start, end) !== text,
    );
    return edits.length === 0 ? [] : [{ ...change, edits }];
  }

  #isPossible(change: RosterChange): boolean {
    // A file that cannot be read cannot be moved either: nobody knows what it is.
    if (change.kind !== 'create' && this.#draftOf(change.file) === undefined) return false;
    if ('edits' in change) return this.#mayEdit(change);
    return filesOf(change).every((file) => !this.#rounds.has(file) && !this.#operated.has(file));
  }

  #mayEdit({ file, edits, columns = false }: Edit): boolean {
    // In UTF-16 the places of the text are none of the file: it has to be turned into UTF-8 first.
    if (this.#operated.has(file) || utf16ByteOrder(this.#bytesOf(file)) !== undefined) return false;
    const round = this.#rounds.get(file);
    return round === undefined || (round.columns === columns && round.taken.areFree(edits));
  }

  #add(change: RosterChange): void {
    if (!('edits' in change)) {
      this.#operations.push(change);
      for (const file of filesOf(change)) this.#operated.add(file);
      return;
    }
    const { file, edits, kind, columns = false } = change;
    const round = this.#rounds.get(file) ?? newRound(this.#bytesOf(file).length, columns);
    this.#rounds.set(file, round);
    round.edits.push(...edits);
    round.taken.take(edits);
    round.isText &&= kind === 'edit';
  }

  #operate(change: Operation, changed: Set<string>, removed: Set<string>): void {
    const { kind, file } = change;
    if (kind === 'create') {
      const draft = new FileDraft(undefined);
      draft.moveTo(file);
      draft.edit([{ start: 0, end: 0, text: change.text }], true);
      this.#drafts.set(file, draft);
      changed.add(file);
      return;
    }
    const draft = this.#draftOf(file);
    if (draft === undefined) return;
    if (kind === 'recode') {
      draft.recode(change.encoding, this.#decode);
      changed.add(file);
      return;
    }
    this.#drafts.delete(file);
    removed.add(file);
    draft.moveTo(kind === 'rename' ? change.to : undefined);
    if (kind === 'delete') this.#gone.push(draft);
    else {
      this.#drafts.set(change.to, draft);
      changed.add(change.to);
    }
  }

  #draftOf(file: string): FileDraft | undefined {
    const known = this.#drafts.get(file);
    if (known !== undefined) return known;
    const content = this.#roster.input.entries.find(({ path }) => path === file)?.content;
    if (content === undefined || !('bytes' in content)) return undefined;
    const draft = new FileDraft({ path: file, bytes: content.bytes });
    this.#drafts.set(file, draft);
    return draft;
  }

  #bytesOf(file: string): Uint8Array {
    const content = this.#roster.input.entries.find(({ path }) => path === file)?.content;
    return content !== undefined && 'bytes' in content ? content.bytes : new Uint8Array();
  }
}

function filesOf(operation: Operation): readonly string[] {
  return operation.kind === 'rename' ? [operation.file, operation.to] : [operation.file];
}

function newRound(length: number, columns: boolean): FileRound {
  return { edits: [], taken: new TakenBytes(length), columns, isText: true };
}
