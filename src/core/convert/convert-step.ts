import { RosterError } from '../errors';
import { phrase } from '../text/say';
import type { Roster } from '../model/roster';
import { fileNameOf, isFolderEntry, isSystemFile } from '../model/roster-input';
import type { TableMode } from '../model/table';
import type { TableName } from '../spec/catalog.generated';
import { specification } from '../spec/specification';
import type { TableFact } from '../spec/types';
import type { Steps } from '../steps';
import { encodeUtf8 } from '../text/utf8';
import type { ConversionStep } from './conversion-facts';
import { manifestFor, ownProperties, remarkProperties, usualLineEnd } from './convert-manifest';
import { remarkExpected } from './remark-expected';
import { followLeftOut } from './leave-out';
import { mergeRecords } from './merge-records';
import { NoteCollector, type ConversionNote } from './notes';
import { planTable } from './plan-table';
import { splitRecords } from './split-records';
import type { StepContext } from './step-context';
import { recordsOf, writeTable } from './write-table';

/** A file of a converted roster. */
export interface ConvertedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How many records it has, the header left out. */
  readonly records: number;
}

export interface ConvertedStep {
  /** The manifest first, then in the order of the specification. */
  readonly files: readonly ConvertedFile[];
  readonly notes: readonly ConversionNote[];
}

/** Turns a roster into one of a neighbouring version, in steps. */
export function* convertStep(roster: Roster, step: ConversionStep): Steps<ConvertedStep> {
  const context: StepContext = {
    step,
    roster,
    target: specification(step.to),
    notes: new NoteCollector(step.from, step.to),
    plans: new Map(),
    added: [],
  };
  refuseUnreadable(roster);
  remarkOtherFiles(context);
  yield* planTables(context);
  yield* followLeftOut(context);
  for (const plan of context.plans.values()) yield* plan.doLater();
  const made = yield* makeFiles(context);
  remarkProperties(roster, context.target.manifest, context.notes);
  const files = withManifest(context, made);
  return { files, notes: context.notes.notes() };
}

/** A file that cannot be read must not be missing from what a roster becomes. */
function refuseUnreadable({ input }: Roster): void {
  for (const { path, content } of input.entries) {
    if (!('failure' in content) || !path.toLowerCase().endsWith('.csv')) continue;
    throw new RosterError(
      'file-unreadable',
      content.failure,
      phrase('Without this file the roster would not be whole.'),
    );
  }
}

function remarkOtherFiles({ roster, notes, target, step }: StepContext): void {
  const known = new Set(
    roster.tables.filter(({ fact, readable }) => fact !== undefined && readable).map(({ file }) => file),
  );
  for (const { path } of roster.input.entries) {
    if (known.has(path) || isFolderEntry(path) || isSystemFile(path)) continue;
    notes.add({ reason: 'noFile', file: path });
  }
  for (const { file, fact, dataRecords, readable } of roster.tables) {
    if (fact === undefined || fact.name === 'manifest' || !readable || target.table(fact.name) !== undefined)
      continue;
    // What was split off before is put back.
    if (fact.name !== step.fact.split?.into && dataRecords > 0) {
      notes.add({ reason: 'noTable', file }, undefined, dataRecords);
    }
  }
}

function* planTables(context: StepContext): Steps<void> {
  const { roster, target, step, plans } = context;
  for (const table of roster.tables) {
    const { fact } = table;
    if (fact === undefined || fact.name === 'manifest' || !table.readable) continue;
    const to = target.table(fact.name);
    if (to === undefined) continue;
    const plan = yield* planTable(context, table, to);
    plans.set(fact.name, plan);
    remarkExpected(context, plan);
  }
  const { split } = step.fact;
  const plan = split === undefined ? undefined : plans.get(split.table);
  if (split !== undefined && plan !== undefined && step.direction === 'toOlder') {
    yield* mergeRecords(context, split, plan);
  }
}

interface MadeFile extends ConvertedFile {
  readonly table: TableName;
  readonly mode: TableMode;
}

function* makeFiles(context: StepContext): Steps<readonly MadeFile[]> {
  const files: MadeFile[] = [];
  for (const fact of context.target.tables) {
    const file = (yield* carriedFile(context, fact)) ?? (yield* newFile(context, fact));
    if (file !== undefined) files.push({ ...file, table: fact.name, name: fact.file });
  }
  return files;
}

type FileContent = Omit<MadeFile, 'table' | 'name'>;

/** The file of a table that both versions have; undefined where it would hold a header alone and need not be there. */
function* carriedFile(
  { plans, added, roster }: StepContext,
  fact: TableFact,
): Steps<FileContent | undefined> {
  const plan = plans.get(fact.name);
  if (plan === undefined) return undefined;
  const own = added.filter(({ table }) => table === fact.name);
  const records = recordsOf(plan, own.length);
  const wasDemanded = roster.specification.table(fact.name)?.requiredInPackage === true;
  const isEmptied = plan.hasLeftOut || (wasDemanded && !fact.requiredInPackage);
  if (records === 0 && isEmptied && !fact.requiredInPackage) return undefined;
  for (const { values } of own) {
    plan.remark({ reason: 'recordAdded', value: values['sourcedId'] ?? '', isPerValue: true });
  }
  return { bytes: yield* writeTable(plan, own), records, mode: plan.table.mode };
}

/** The file of a table that only the new version has, where something belongs into it or it has to be there. */
function* newFile(
  { plans, step, roster, notes }: StepContext,
  fact: TableFact,
): Steps<FileContent | undefined> {
  const { split } = step.fact;
  const plan = split?.into === fact.name && step.direction === 'toNewer' ? plans.get(split.table) : undefined;
  if (split !== undefined && plan !== undefined) {
    const references = roster.references(plan.table, plan.table.columnIndex(split.list));
    const { bytes, records } = yield* splitRecords(split, plan, references, fact);
    if (records === 0) return undefined;
    notes.add({ reason: 'tableAdded', file: fact.file }, undefined, records);
    return { bytes, records, mode: plan.table.mode };
  }
  if (!fact.requiredInPackage || plans.has(fact.name)) return undefined;
  notes.add({ reason: 'fileAdded', file: fact.file });
  const header = fact.columns.map(({ name }) => name).join(',');
  return { bytes: encodeUtf8(`${header}${usualLineEnd(roster)}`), records: 0, mode: 'bulk' };
}

function withManifest(
  { target, roster, notes }: StepContext,
  files: readonly MadeFile[],
): readonly ConvertedFile[] {
  const made = files.map(({ name, bytes, records }) => ({ name, bytes, records }));
  const { manifest } = target;
  if (manifest === undefined) return made;
  if (roster.specification.manifest !== undefined && roster.manifest === undefined) {
    notes.add({ reason: 'manifestAdded', file: manifest.file });
  }
  const modes = new Map(files.map(({ table, mode }) => [table, mode]));
  const bytes = manifestFor(manifest, modes, ownProperties(roster), usualLineEnd(roster));
  const records = bytes.reduce((sum, byte) => (byte === 0x0a ? sum + 1 : sum), -1);
  return [{ name: fileNameOf(manifest.file), bytes, records }, ...made];
}
