import { grouped } from '../text/counted';
import type { Blackout } from './thresholds';
import type { FileCounts, GateReason, SchoolCounts } from './verdict';

// The reasons in plain words. Each says what would happen, how much that is, and which limit it passes.

export function firstDelivery(): GateReason {
  return {
    code: 'first-delivery',
    message: 'Nothing has been delivered to this target from here yet, so there is nothing to compare with.',
  };
}

export function emptied({ file, before, recordName }: FileCounts, isThere: boolean): GateReason {
  const message = isThere
    ? `${file} would have no record any more; it had ${counted(before, recordName)}.`
    : `${file} is gone; it had ${counted(before, recordName)}.`;
  return { code: 'emptied', message, file, count: before, total: before };
}

export function schoolGone({ id, name, files }: SchoolCounts): GateReason {
  const held = files
    .filter(({ before }) => before > 0)
    .map(({ file, before }) => `${grouped(before)} in ${file}`)
    .join(', ');
  const message = `${named(name, id)} is gone${held === '' ? '' : `, with records it had: ${held}`}.`;
  return { code: 'school-gone', message, school: id };
}

export function removed(counts: FileCounts, total: number, limit: number): GateReason {
  const { file, removed: count, recordName } = counts;
  const message = `${share(count, total)} of ${file} would be removed: ${countedOf(count, total, recordName)}. Up to ${String(limit)} % may go.`;
  return { code: 'removed', message, file, count, total, limit };
}

export function removedOfSchool(
  { id, name }: SchoolCounts,
  { file, removed: count, recordName }: FileCounts,
  total: number,
  limit: number,
): GateReason {
  const message = `${named(name, id)} would lose ${share(count, total)} of its records in ${file}: ${countedOf(count, total, recordName)}. Up to ${String(limit)} % of a school may go.`;
  return { code: 'removed-of-school', message, file, school: id, count, total, limit };
}

export function newIds(count: number, total: number, limit: number): GateReason {
  const message = `${share(count, total)} of the people come under a new id: ${countedOf(count, total, 'person')}. Their accounts would be removed, and new ones made. Up to ${String(limit)} % may.`;
  return { code: 'new-ids', message, count, total, limit };
}

export function changed(
  { file, changed: count, recordName }: FileCounts,
  total: number,
  limit: number,
): GateReason {
  const message = `${share(count, total)} of ${file} would have other values: ${countedOf(count, total, recordName)}. Up to ${String(limit)} % may.`;
  return { code: 'changed', message, file, count, total, limit };
}

export function notComparable(file: string, failure: string): GateReason {
  return {
    code: 'not-comparable',
    message: `${file} cannot be compared with the last package, so what would be removed is not known: ${failure}`,
    file,
  };
}

export function wholeAfterDelta(file: string): GateReason {
  return {
    code: 'not-comparable',
    message: `${file} is sent whole, and the last package held changes only, so what would be removed is not known.`,
    file,
  };
}

export function blackout({ from, until, reason }: Blackout): GateReason {
  const why = reason === undefined ? '' : ` (${reason})`;
  return { code: 'blackout', message: `Nothing is to be delivered from ${from} to ${until}${why}.` };
}

/** Never less than there is: what passes a limit must not look as if it did not. */
function share(count: number, total: number): string {
  const percent = (count * 100) / Math.max(total, 1);
  return percent < 10 ? `${String(Math.ceil(percent * 10) / 10)} %` : `${String(Math.ceil(percent))} %`;
}

function countedOf(count: number, total: number, recordName: string): string {
  return `${grouped(count)} of ${counted(total, recordName)}`;
}

function counted(count: number, recordName: string): string {
  if (count === 1) return `1 ${recordName}`;
  return `${grouped(count)} ${recordName === 'person' ? 'people' : pluralOf(recordName)}`;
}

function pluralOf(recordName: string): string {
  const [first = '', ...rest] = recordName.split(' ');
  if (rest.length > 0 && rest[0] === 'of') return [pluralOf(first), ...rest].join(' ');
  if (/(?:s|x|ch|sh)$/.test(recordName)) return `${recordName}es`;
  return /[^aeiou]y$/.test(recordName) ? `${recordName.slice(0, -1)}ies` : `${recordName}s`;
}

function named(name: string, id: string): string {
  return name === id || name === '' ? id : `${name} (${id})`;
}
