import { fixAllSteps, type FixedRoster } from '../../core/fixes/engine/fix-all';
import type { RosterInput } from '../../core/model/roster-input';
import { validateOptionsOf } from '../../core/validate-options';
import { decodeText } from '../../node/decode-text';
import { inSlices } from '../../node/in-slices';
import { today } from '../../node/today';
import type { RosterSession } from '../roster-session';
import { currentInput } from './find-patches';

export interface FixAllWish {
  /** The file whose problems are mended; all where it is undefined. */
  readonly file: string | undefined;
  readonly unsafe: boolean;
  /** Only what edits of the file's own text can do. */
  readonly onlyText: boolean;
}

/** Mends a copy of a roster as it is now, in slices, and says what would have to change. */
export async function fixAllIn(
  session: RosterSession,
  { file, unsafe, onlyText }: FixAllWish,
): Promise<FixedRoster> {
  const { validation, config } = await session.checked();
  const steps = fixAllSteps(copyOf(currentInput(validation.roster)), {
    ...validateOptionsOf(config.config, today(), config.accepted),
    unsafe,
    decode: decodeText,
    ...(file === undefined ? {} : { file }),
    ...(onlyText ? { allows: (change) => change.kind === 'edit' && change.file === file } : {}),
  });
  return inSlices(steps);
}

/** What is typed meanwhile must not get into it. */
function copyOf(input: RosterInput): RosterInput {
  const entries = input.entries.map(({ path, content }) => ({
    path,
    content: 'bytes' in content ? { bytes: content.bytes.slice() } : content,
  }));
  return { ...input, entries };
}
