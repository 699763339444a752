import { decimal, inEnglish, listed, sentence, spoken, type Sentence } from '../text/say';
import { recordCount } from './record-count';
import type { Blackout } from './thresholds';
import type { FileCounts, GateReason, SchoolCounts } from './verdict';

// The reasons in plain words. Each says what would happen, how much that is, and which limit it passes.

export function firstDelivery(): GateReason {
  const what = sentence(
    'Nothing has been delivered to this target from here yet, so there is nothing to compare with.',
  );
  return said({ code: 'first-delivery' }, what);
}

export function emptied({ file, before, recordName }: FileCounts, isThere: boolean): GateReason {
  const records = recordCount(before, recordName);
  const what = isThere
    ? sentence('{file} would have no record any more; it had {records}.', { file, records })
    : sentence('{file} is gone; it had {records}.', { file, records });
  return said({ code: 'emptied', file, count: before, total: before }, what);
}

export function schoolGone({ id, name, files }: SchoolCounts): GateReason {
  const school = named(name, id);
  const held = files
    .filter(({ before }) => before > 0)
    .map(({ file, before }) => sentence('{count} in {file}', { count: before, file }));
  const what =
    held.length === 0
      ? sentence('{school} is gone.', { school })
      : sentence('{school} is gone, with records it had: {held}.', { school, held: listed(held) });
  return said({ code: 'school-gone', school: id }, what);
}

export function removed(counts: FileCounts, total: number, limit: number): GateReason {
  const { file, removed: count, recordName } = counts;
  const what = sentence('{share} of {file} would be removed: {count} of {records}. Up to {limit} % may go.', {
    file,
    ...amounts(count, total, recordName, limit),
  });
  return said({ code: 'removed', file, count, total, limit }, what);
}

export function removedOfSchool(
  { id, name }: SchoolCounts,
  { file, removed: count, recordName }: FileCounts,
  total: number,
  limit: number,
): GateReason {
  const what = sentence(
    '{school} would lose {share} of its records in {file}: {count} of {records}. Up to {limit} % of a school may go.',
    { school: named(name, id), file, ...amounts(count, total, recordName, limit) },
  );
  return said({ code: 'removed-of-school', file, school: id, count, total, limit }, what);
}

export function newIds(count: number, total: number, limit: number): GateReason {
  const what = sentence(
    '{share} of the people come under a new id: {count} of {records}. Their accounts would be removed, and new ones made. Up to {limit} % may.',
    amounts(count, total, 'person', limit),
  );
  return said({ code: 'new-ids', count, total, limit }, what);
}

export function changed(
  { file, changed: count, recordName }: FileCounts,
  total: number,
  limit: number,
): GateReason {
  const what = sentence(
    '{share} of {file} would have other values: {count} of {records}. Up to {limit} % may.',
    { file, ...amounts(count, total, recordName, limit) },
  );
  return said({ code: 'changed', file, count, total, limit }, what);
}

export function notComparable(file: string, failure: string): GateReason {
  const what = sentence(
    '{file} cannot be compared with the last package, so what would be removed is not known: {failure}',
    { file, failure },
  );
  return said({ code: 'not-comparable', file }, what);
}

export function wholeAfterDelta(file: string): GateReason {
  const what = sentence(
    '{file} is sent whole, and the last package held changes only, so what would be removed is not known.',
    { file },
  );
  return said({ code: 'not-comparable', file }, what);
}

export function blackout({ from, until, reason }: Blackout): GateReason {
  const why = reason === undefined ? '' : ` (${reason})`;
  const what = sentence('Nothing is to be delivered from {from} to {until}{why}.', { from, until, why });
  return said({ code: 'blackout' }, what);
}

function said({ code, ...rest }: Omit<GateReason, 'message' | 'sentence'>, what: Sentence): GateReason {
  return { code, message: spoken(what, inEnglish), sentence: what, ...rest };
}

function amounts(count: number, total: number, recordName: string, limit: number) {
  return {
    share: share(count, total),
    count,
    records: recordCount(total, recordName),
    limit: decimal(String(limit)),
  };
}

/** Not less than there is, for what passes a limit must not look as if it did not; but only all of them are 100 %. */
function share(count: number, total: number): Sentence {
  const exact = (count * 100) / Math.max(total, 1);
  const isFine = exact < 10 || (exact > 99 && exact < 100);
  const rounded = isFine ? Math.min(Math.ceil(exact * 10) / 10, exact < 100 ? 99.9 : 100) : Math.ceil(exact);
  return sentence('{percent} %', { percent: decimal(String(rounded)) });
}

function named(name: string, id: string): string {
  return name === id || name === '' ? id : `${name} (${id})`;
}
