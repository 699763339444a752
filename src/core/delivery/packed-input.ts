import type { RosterInput } from '../model/roster-input';
import type { Roster } from '../model/roster';
import { planPackage, type PlanPackageOptions } from './plan-package';

/** The files of a package that is not made. */
export interface PackedInput extends RosterInput {
  /** Where each file stands in the roster, by its name in the package. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * What would be delivered of a roster, without packing it: the files of its package, by the names that they have there.
 * Throws what `planPackage` throws.
 */
export function packedInput(roster: Roster, { manifest }: Pick<PlanPackageOptions, 'manifest'>): PackedInput {
  const { files } = planPackage(roster, { manifest, forDelivery: true });
  return {
    name: roster.input.name,
    kind: 'zip',
    entries: files.map(({ name, bytes }) => ({ path: name, content: { bytes } })),
    sources: new Map(files.map(({ name, path }) => [name, path])),
  };
}
