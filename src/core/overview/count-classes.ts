import type { Roster } from '../model/roster';
import { eachRecord } from '../rules/shared/each-record';
import { linkOf, ListReader, listLinkOf } from '../rules/shared/links';
import { meaningReader, textIn } from '../rules/shared/meanings';
import { PairNumbers } from '../rules/shared/pair-numbers';
import type { Steps } from '../steps';
import type { Say } from '../text/say';
import type { Count, Overview } from './overview';

type ClassCounts = Pick<Overview, 'classSizes' | 'typicalClass' | 'largestClass' | 'terms'> & {
  readonly enrollments: number;
};

/** The upper ends of the groups that classes are put into by their size; the last group is open. */
const ends = [0, 5, 10, 15, 20, 25, 30, 35];

/** How large classes are, and how many enrollments each term has. */
export function* countClasses(roster: Roster): Steps<ClassCounts> {
  const classes = linkOf(roster, 'enrollments', 'classSourcedId');
  const users = linkOf(roster, 'enrollments', 'userSourcedId');
  const terms = listLinkOf(roster, 'classes', 'termSourcedIds', 'termSourcedId');
  const table = roster.table('enrollments');
  const active = table?.readable === true ? table.active() : new Uint8Array();
  const roleOf = table === undefined ? undefined : meaningReader(table, 'role');
  const sizes = new Uint32Array(classes?.target.recordCount ?? 0);
  const byTerm = new Uint32Array(terms?.target.recordCount ?? 0);
  const termsOf = terms === undefined ? () => [] : new ListReader(terms).of;
  const pairs = new PairNumbers();
  let enrollments = 0;
  yield* eachRecord(active.length, (record) => {
    if (active[record] !== 1) return;
    enrollments++;
    const group = classes?.of(record) ?? 0;
    if (group === 0) return;
    for (const term of termsOf(group)) byTerm[term] = (byTerm[term] ?? 0) + 1;
    const student = roleOf?.(record) === 'student' ? (users?.of(record) ?? 0) : 0;
    if (student === 0) return;
    const known = pairs.count;
    if (pairs.numberOf(group, student) > known) sizes[group] = (sizes[group] ?? 0) + 1;
  });
  const found = [...byTerm.entries()].filter(([, count]) => count > 0);
  const titles = found.map(([term, count]): Count => {
    const title = terms === undefined ? '' : textIn(terms.target, term, 'title');
    return { label: title === '' ? roster.say('a term without a title') : title, count };
  });
  return { enrollments, terms: titles, ...sizesOf(classes?.target.active(), sizes, roster.say) };
}

function sizesOf(
  active: Uint8Array | undefined,
  sizes: Uint32Array,
  say: Say,
): Pick<Overview, 'classSizes' | 'typicalClass' | 'largestClass'> {
  const own = sizes.filter((_, record) => active?.[record] === 1).sort();
  const groups = ends.map((end, place): Count => {
    const start = place === 0 ? 0 : (ends[place - 1] ?? 0) + 1;
    const label = start === end ? say('none') : say('{start} to {end}', { start, end });
    return { label, count: own.filter((size) => size >= start && size <= end).length };
  });
  const last = ends.at(-1) ?? 0;
  const more: Count = {
    label: say('more than {last}', { last }),
    count: own.filter((size) => size > last).length,
  };
  return {
    classSizes: own.length === 0 ? [] : [...groups, more],
    typicalClass: own[Math.floor((own.length - 1) / 2)],
    largestClass: own.at(-1),
  };
}
