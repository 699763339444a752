import { resolve } from 'node:path';
import { unifiedDiff } from '../core/edits/unified-diff';
import { RosterError } from '../core/errors';
import type { FilePatch } from '../core/fixes/engine/file-draft';
import { fixAllSteps, type FixedRoster } from '../core/fixes/engine/fix-all';
import type { RosterInput } from '../core/model/roster-input';
import type { ValidateOptions } from '../core/validate-roster';
import { decodeText } from '../node/decode-text';
import { inSlices } from '../node/in-slices';
import { writePatches } from '../node/write-patches';
import type { Arguments, OptionFact } from './arguments';
import { counted } from '../core/text/counted';
import { visible, writeAll, type CliContext, type ProgressLine } from './terminal';

export const mendOptions: readonly OptionFact[] = [
  { name: 'fix', summary: 'Mend what is certain, in the files themselves, and report what is left.' },
  {
    name: 'fix-unsafe',
    summary: 'As --fix, and mend also what is a guess, or where something has to go.',
  },
  {
    name: 'dry-run',
    summary: 'With --fix or --fix-unsafe: write nothing, and print what would change as a unified diff.',
  },
];

/** How a roster is to be mended before it is reported. */
export interface Mending {
  readonly unsafe: boolean;
  readonly isDryRun: boolean;
}

/** What the options ask for, if they do. Throws `usage` where they do not fit together. */
export function mendingOf(args: Arguments): Mending | undefined {
  const isDryRun = args.has('dry-run');
  if (args.has('fix') || args.has('fix-unsafe')) return { unsafe: args.has('fix-unsafe'), isDryRun };
  if (!isDryRun) return undefined;
  throw new RosterError(
    'usage',
    '--dry-run says nothing without --fix or --fix-unsafe.',
    'Add the one that is meant.',
  );
}

/**
 * Mends a roster, says so on standard error, and gives the roster as it is now, or would be.
 *
 * Throws `usage` for a zip, `file-changed` and `file-unwritable`; then no file has been written.
 */
export async function mendRoster(
  path: string,
  input: RosterInput,
  { unsafe, isDryRun }: Mending,
  validate: ValidateOptions,
  context: CliContext,
  progress: ProgressLine,
): Promise<RosterInput> {
  if (input.kind === 'zip') throw inZip(path);
  const steps = fixAllSteps(input, { ...validate, unsafe, decode: decodeText });
  progress.show(`Mending ${path}`);
  const fixed = await inSlices(steps, context.signal);
  if (isDryRun) await writeAll(context.stdout, diffs(fixed.patches));
  else await writePatches(resolve(context.cwd, path), fixed.patches);
  progress.clear();
  context.stderr.write(`${visible(path)}: ${summaryOf(fixed, isDryRun)}\n`);
  return fixed.input;
}

function* diffs(patches: readonly FilePatch[]): Generator<string> {
  for (const { from, to, encoding, before, edits } of patches) {
    if (encoding !== undefined) yield `# ${visible(to ?? from ?? '')}: from ${encoding} to UTF-8\n`;
    yield* unifiedDiff({ from, to, before, edits });
  }
}

function summaryOf({ done, patches }: FixedRoster, isDryRun: boolean): string {
  if (patches.length === 0) return 'nothing to mend';
  const files = patches.map(({ from, to }) => to ?? from ?? '').sort();
  const verb = isDryRun ? 'would be done' : 'done';
  return `${counted(done, 'fix', 'fixes')} ${verb} in ${files.map(visible).join(', ')}`;
}

function inZip(path: string): RosterError {
  return new RosterError(
    'usage',
    `${path} is a zip, and what is in a zip is not changed.`,
    'Unpack it into a folder, mend that, and package it again with "oneroster package".',
  );
}
