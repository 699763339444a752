import { compareSteps } from '../../core/compare/compare-rosters';
import type { ReceiptChanges } from '../../core/delivery/receipt';
import { RosterError } from '../../core/errors';
import { judge, type JudgeOptions } from '../../core/gate/judge';
import type { GateVerdict } from '../../core/gate/verdict';
import { readRoster, type Roster } from '../../core/model/roster';
import { resolveProfile } from '../../core/spec/specification';
import type { DeliveryHistory, DeliveryPlace } from '../history/delivery-history';
import { inSlices } from '../in-slices';
import { readRosterInput } from '../read-roster-input';

export interface JudgePackageOptions extends JudgeOptions {
  readonly history: DeliveryHistory;
  readonly place: DeliveryPlace;
  /** The zip that is to be delivered. */
  readonly packagePath: string;
  readonly signal?: AbortSignal | undefined;
}

/** What the change gate says of a package, and what its receipt has to say of changes. */
export interface JudgedPackage {
  readonly verdict: GateVerdict;
  /** Undefined for a first delivery. */
  readonly changes: readonly ReceiptChanges[] | undefined;
}

/**
 * Compares a package with the last one that was delivered to a place, and judges what would change there.
 * @throws RosterError `history-unreadable` where the last one is on record and cannot be read
 */
export async function judgePackage(options: JudgePackageOptions): Promise<JudgedPackage> {
  const { history, place, packagePath, signal } = options;
  const last = await history.last(place);
  if (last === undefined) return { verdict: judge(undefined, options), changes: undefined };
  if (last.packagePath === undefined) throw packageGone(last.receipt.time);
  const before = await readPackage(last.packagePath, signal);
  const after = await readPackage(packagePath, signal);
  const comparison = await inSlices(compareSteps({ before, after }), signal);
  const verdict = judge(comparison, options);
  const changes = verdict.counts.files.map(({ file, created, changed, removed }) => ({
    ...{ file, created, changed, removed },
  }));
  return { verdict, changes };
}

async function readPackage(path: string, signal: AbortSignal | undefined): Promise<Roster> {
  return readRoster(await readRosterInput(path, { signal }), { profile: resolveProfile('standard') });
}

function packageGone(time: string): RosterError {
  return new RosterError(
    'history-unreadable',
    `The package that was delivered at ${time} is no longer in the history, so there is nothing to compare with.`,
    'Put it back from a backup. If it is lost, remove its receipt as well: the delivery before it counts then.',
  );
}
