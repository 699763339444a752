import { dirname, resolve } from 'node:path';
import { unifiedDiff } from '../core/edits/unified-diff';
import { RosterError } from '../core/errors';
import { sentence } from '../core/text/say';
import type { Accepted } from '../core/acceptance/accepted';
import type { RosterInput } from '../core/model/roster-input';
import { counted } from '../core/text/counted';
import { encodeUtf8 } from '../core/text/utf8';
import { validateRoster, type ValidateOptions } from '../core/validate-roster';
import { findRosterFolders } from '../node/find-roster-folders';
import { suppressionsOf } from '../node/load-accepted';
import { parseConfig } from '../node/parse-config';
import { readIfPresent } from '../node/read-if-present';
import { differenceOf, removeSettings } from '../node/remove-setting';
import { writeWhole } from '../node/write-whole';
import type { Mending } from './mend-roster';
import { visible, writeAll, type CliContext } from './terminal';

/**
 * Takes the suppressions out of the configuration that match nothing in a roster, says so on standard error, and gives the options
 * as they are now, or would be. A configuration that other rosters share is left alone: one of them may need the entry.
 *
 * Throws `file-changed` and `file-unwritable`; then it has not been written.
 */
export async function mendConfig(
  path: string,
  input: RosterInput,
  { unsafe, isDryRun }: Mending,
  validate: ValidateOptions,
  context: CliContext,
): Promise<ValidateOptions> {
  const from = validate.accepted?.suppressions?.from;
  if (!unsafe || from === undefined) return validate;
  const folder = resolve(context.cwd, path);
  const config = resolve(folder, from.file);
  const offsets = unusedIn(input, validate, from);
  if (offsets.length === 0) return validate;
  if ((await findRosterFolders(dirname(config), context.signal)).some((each) => each !== folder)) {
    context.stderr.write(`${visible(config)} is left alone: other rosters use it as well\n`);
    return validate;
  }
  const text = removeSettings(from.text, offsets);
  const { start, end, text: replacement } = differenceOf(from.text, text);
  const byteAt = (offset: number) => encodeUtf8(from.text.slice(0, offset)).length;
  const edit = { start: byteAt(start), end: byteAt(end), text: replacement };
  const names = { from: from.file, to: from.file };
  if (isDryRun) {
    await writeAll(context.stdout, unifiedDiff({ ...names, before: encodeUtf8(from.text), edits: [edit] }));
  } else await replace(config, from.text, text);
  const verb = isDryRun ? 'would be taken out of' : 'taken out of';
  context.stderr.write(
    `${visible(path)}: ${counted(offsets.length, 'suppression')} ${verb} ${visible(from.file)}\n`,
  );
  const left = suppressionsOf(folder, { path: config, text, config: parseConfig(text).config });
  return { ...validate, accepted: withSuppressions(validate.accepted, left) };
}

/** Where the suppressions that match nothing stand in the text, in UTF-16 units. */
function unusedIn(
  input: RosterInput,
  validate: ValidateOptions,
  { file, text }: { readonly file: string; readonly text: string },
): readonly number[] {
  const { problems } = validateRoster(input, { ...validate, maxProblems: 0 });
  const bytes = encodeUtf8(text);
  return problems
    .filter((problem) => problem.rule === 'suppressed-nothing' && problem.file === file)
    .map(
      ({ start }) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, start)).length,
    );
}

async function replace(path: string, before: string, after: string): Promise<void> {
  const found = await readIfPresent(path, (reason, cause) => changed(path, cause, reason));
  if (found !== before) throw changed(path);
  await writeWhole(path, after);
}

function changed(path: string, cause?: unknown, reason = sentence('it is not as it was read')): RosterError {
  return new RosterError(
    'file-changed',
    sentence('{path} has been changed meanwhile: {reason}.', { path, reason }),
    'Nothing was written into it. Start again.',
    { cause },
  );
}

function withSuppressions(accepted: Accepted | undefined, { suppressions }: Accepted): Accepted {
  const { baseline, record } = accepted ?? {};
  return {
    ...(suppressions === undefined ? {} : { suppressions }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(record === undefined ? {} : { record }),
  };
}
