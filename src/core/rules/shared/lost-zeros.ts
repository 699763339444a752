import { emptyCode } from '../../model/distinct-values';
import type { References } from '../../model/references';

/** The record that a reference means although one of the two has lost its leading zeros. */
export interface ZeroTwin {
  readonly record: number;
  readonly id: string;
}

/**
 * Finds, for an id that leads nowhere, the one that differs from it by leading zeros alone, in either direction. Such a pair is
 * what `lost-leading-zeros` speaks of, and `dangling-reference` does not.
 */
export function lostZeros(references: References): (id: string) => ZeroTwin | undefined {
  let twins: ReadonlyMap<string, ZeroTwin> | undefined;
  return (id) => {
    if (!allDigits.test(id)) return undefined;
    twins ??= twinsByNumber(references);
    const twin = twins.get(withoutZeros(id));
    return twin === undefined || twin.id === id ? undefined : twin;
  };
}

const allDigits = /^\d+$/;

function withoutZeros(id: string): string {
  return id.replace(/^0+/, '');
}

/** The target's ids of digits by their number; numbers that several ids stand for are left out. */
function twinsByNumber({ target, targetColumn }: References): ReadonlyMap<string, ZeroTwin> {
  const ids = target.values(targetColumn);
  const twins = new Map<string, ZeroTwin>();
  const several = new Set<string>();
  for (let code = emptyCode + 1; code < ids.size; code++) {
    const first = ids.bytes[ids.start(code)] ?? 0;
    if (first < 0x20 || first > 0x39) continue;
    const record = ids.firstRecord(code);
    const id = target.text(record, targetColumn).trim();
    if (!allDigits.test(id)) continue;
    const number = withoutZeros(id);
    if (twins.has(number)) several.add(number);
    twins.set(number, { record, id });
  }
  for (const number of several) twins.delete(number);
  return twins;
}
