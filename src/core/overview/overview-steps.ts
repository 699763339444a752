import type { Roster } from '../model/roster';
import { fieldReader } from '../preview/belonging';
import { placePeople, standings, type PlacedPeople } from '../preview/place-people';
import { previewSteps } from '../preview/preview-steps';
import { rules } from '../rules/registry.generated';
import { eachRecord } from '../rules/shared/each-record';
import { rolesOfPeople } from '../spec/roles-of-people';
import { specification, versions } from '../spec/specification';
import type { Severity } from '../spec/types';
import type { Steps } from '../steps';
import { roleWord } from '../text/role-word';
import type { Say } from '../text/say';
import type { Validation } from '../validate-roster';
import { countClasses } from './count-classes';
import type { Count, Overview, OverviewChanges, ProblemCount, SchoolCount } from './overview';

/** A roster that was delivered before. */
export interface OverviewBefore {
  readonly time: string;
  readonly roster: Roster;
}

const familyRoles: ReadonlySet<string> = new Set(['guardian', 'parent', 'relative']);

/**
 * A roster in numbers, in steps. What stands in a field by mistake may be anybody's name, so only what the specification knows is
 * told of roles and grades.
 * @param name what the roster is called
 */
export function* overviewSteps(
  name: string,
  { roster, totals, problems }: Validation,
  before?: OverviewBefore,
): Steps<Overview> {
  const people = yield* placePeople(roster, {});
  const counts = people === undefined ? noPeople : yield* countPeople(people, roster.say);
  const { enrollments, ...classes } = yield* countClasses(roster);
  const active = roster.table('classes')?.active();
  return {
    name,
    version: roster.version,
    profile: roster.say(roster.profile.title),
    mode: people?.table.mode ?? 'bulk',
    totals: {
      people: counts.people,
      schools:
        people?.schools.isSchool.reduce(
          (sum, is, org) => sum + is * (people.schools.isActive[org] ?? 0),
          0,
        ) ?? 0,
      classes: active?.reduce((sum, counting) => sum + counting, 0) ?? 0,
      enrollments,
    },
    schools: counts.schools,
    roles: counts.roles,
    grades: counts.grades,
    ...classes,
    problems: problemCounts(totals.byRule, severitiesOf(problems), roster.say),
    changes: before === undefined ? undefined : yield* changesSince(roster, before),
  };
}

interface PeopleOverview {
  readonly people: number;
  readonly schools: readonly SchoolCount[];
  readonly roles: readonly Count[];
  readonly grades: readonly Count[];
}

const noPeople: PeopleOverview = { people: 0, schools: [], roles: [], grades: [] };

function* countPeople(
  { table, standing, belonging, schools }: PlacedPeople,
  say: Say,
): Steps<PeopleOverview> {
  const words = { other: say('other values'), noRole: say('no role'), noGrade: say('no grade') };
  const roles = new Map<string, number>();
  const grades = new Map<string, number>();
  const bySchool = new Map<number, [number, number, number]>();
  const gradesOf = fieldReader(table, 'grades');
  const known = gradeOrder();
  let people = 0;
  yield* eachRecord(table.recordCount, (record) => {
    if (standing[record] !== standings.active) return;
    people++;
    const role = belonging.roleOf(record);
    const told = role === '' ? words.noRole : rolesOfPeople.includes(role) ? role : words.other;
    roles.set(told, (roles.get(told) ?? 0) + 1);
    const home = Math.max(belonging.homeOf(record), 0);
    const own = bySchool.get(home) ?? [0, 0, 0];
    bySchool.set(home, own);
    own[role === 'student' ? 0 : familyRoles.has(role) || told !== role ? 2 : 1]++;
    if (role !== 'student') return;
    const grade = gradesOf(record);
    const label = grade === '' ? words.noGrade : known.has(grade) ? grade : words.other;
    grades.set(label, (grades.get(label) ?? 0) + 1);
  });
  const nameOf = schools.table === undefined ? () => '' : fieldReader(schools.table, 'name');
  return {
    people,
    schools: [...bySchool]
      .sort(([a], [b]) => (a === 0 ? 1 : b === 0 ? -1 : a - b))
      .map(([org, [students, staff, others]]) => ({
        label: org === 0 ? say('no known school') : nameOf(org) || say('a school without a name'),
        ...{ students, staff, others },
      })),
    roles: roleCounts(roles, say),
    grades: listed(grades).sort(
      (a, b) => (known.get(a.label) ?? Infinity) - (known.get(b.label) ?? Infinity),
    ),
  };
}

/** With the words of the language for the roles that there are; the roles with the most people first. */
function roleCounts(counts: ReadonlyMap<string, number>, say: Say): Count[] {
  return listed(counts)
    .sort((a, b) => b.count - a.count)
    .map((each) =>
      rolesOfPeople.includes(each.label) ? { ...each, label: roleWord(each.label, say) } : each,
    );
}

function listed(counts: ReadonlyMap<string, number>): Count[] {
  return [...counts].map(([label, count]) => ({ label, count }));
}

/** The grades that the specification names, in their order. */
function gradeOrder(): ReadonlyMap<string, number> {
  const facts = versions.flatMap((version) => specification(version).column('users', 'grades') ?? []);
  const values = facts.flatMap(({ vocabulary }) => vocabulary?.values ?? []);
  return new Map([...new Set(values.map(({ value }) => value))].map((value, place) => [value, place]));
}

function severitiesOf(problems: Validation['problems']): ReadonlyMap<string, Severity> {
  return new Map(problems.map(({ rule, severity }) => [rule, severity]));
}

function problemCounts(
  byRule: Readonly<Record<string, number>>,
  severities: ReadonlyMap<string, Severity>,
  say: Say,
): readonly ProblemCount[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return Object.entries(byRule)
    .map(([rule, count]): ProblemCount => {
      const known = byId.get(rule);
      const severity = severities.get(rule) ?? known?.severity ?? 'error';
      return { rule, summary: known === undefined ? rule : say(known.summary), severity, count };
    })
    .sort((a, b) => b.count - a.count);
}

function* changesSince(roster: Roster, { time, roster: old }: OverviewBefore): Steps<OverviewChanges> {
  const before = { delivery: { id: '', time }, roster: old };
  const { findings } = yield* previewSteps(roster, { mapping: {}, most: 0, before });
  const totalOf = (kind: string) => findings.find((each) => each.kind === kind)?.total ?? 0;
  const names = new Set([...old.tables, ...roster.tables].flatMap(({ fact }) => fact?.file ?? []));
  const recordsIn = ({ tables }: Roster, name: string) =>
    tables.find(({ fact }) => fact?.file === name)?.dataRecords ?? 0;
  return {
    since: time,
    newPeople: totalOf('new'),
    gonePeople: totalOf('gone'),
    movedPeople: totalOf('moved'),
    files: [...names].map((name) => ({ name, before: recordsIn(old, name), now: recordsIn(roster, name) })),
  };
}
