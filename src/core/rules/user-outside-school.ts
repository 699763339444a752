import { noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import { defineRule } from './engine/define-rule';
import { eachCombination } from './shared/combinations';
import { isResolved, linkOf, listLinkOf, recordsByTarget, runsOfKinds } from './shared/links';
import { meaningReader, textIn } from './shared/meanings';

type Message = 'outside' | 'person';

export default defineRule<Message>({
  id: 'user-outside-school',
  area: 'sense',
  severity: 'information',
  summary: 'A person is enrolled at a school that the person does not belong to.',
  messages: {
    outside: '{field} is "{value}", but "{person}" does not belong to that school by {belongFile}',
    person: 'The person',
  },
  *rosterSteps({ roster, at, report }) {
    const users = linkOf(roster, 'enrollments', 'userSourcedId');
    const schools = linkOf(roster, 'enrollments', 'schoolSourcedId');
    const classes = linkOf(roster, 'enrollments', 'classSourcedId');
    const classSchools = linkOf(roster, 'classes', 'schoolSourcedId');
    const belonging = readBelonging(roster);
    yield;
    if (users === undefined || schools === undefined || belonging === undefined) return;
    const { table } = users;
    const roleOf = meaningReader(table, 'role');
    const isInside = belongsTo(roster, belonging);
    const people = runsOfKinds(users, belonging.kindOf);
    const role = table.columnIndex('role');
    const columns = [people, schools.references.values, ...(role < 0 ? [] : [table.values(role)])];
    yield* eachCombination(table.active(), columns, (record) => {
      const user = users.of(record);
      const school = user === 0 ? 0 : schools.of(record);
      if (school === 0 || isInside(user, school, roleOf?.(record) === 'student')) return false;
      // Where the class is at another school, the enrollment's school is what is wrong.
      const expected = classSchools?.of(classes?.of(record) ?? 0) ?? 0;
      if (expected !== 0 && expected !== school) return true;
      const person = users.target;
      report({
        at: () => at(table).field(record, schools.column),
        message: 'outside',
        data: { person: textIn(table, record, 'userSourcedId'), belongFile: belonging.file },
        group: `${String(user)} ${String(school)}`,
        related: [{ at: () => at(person).field(user, users.targetColumn), message: 'person' }],
      });
      return true;
    });
  },
});

/** The organizations of a person. */
interface Belonging {
  /** The file that says it. */
  readonly file: string;
  /** The same number for people whose organizations are the same. */
  readonly kindOf: (user: number) => number;
  /** Undefined where it is not known of that person. */
  readonly orgsOf: (user: number) => readonly number[] | undefined;
}

function readBelonging(roster: Roster): Belonging | undefined {
  if (roster.specification.column('users', 'orgSourcedIds') === undefined) return belongingByRoles(roster);
  const orgs = listLinkOf(roster, 'users', 'orgSourcedIds');
  if (orgs === undefined) return undefined;
  const { codes, size } = orgs.values;
  const byCode = Array.from({ length: size }, (_, code) => {
    const found = orgs.targetsOf(code);
    return found.length === 0 || !isResolved(orgs, code) ? undefined : found;
  });
  return {
    file: orgs.table.file,
    kindOf: (user) => codes[user] ?? noField,
    orgsOf: (user) => byCode[codes[user] ?? noField],
  };
}

function belongingByRoles(roster: Roster): Belonging | undefined {
  const users = linkOf(roster, 'roles', 'userSourcedId');
  const orgs = linkOf(roster, 'roles', 'orgSourcedId');
  const primary = linkOf(roster, 'users', 'primaryOrgSourcedId');
  if (users === undefined || orgs === undefined || users.table.mode !== 'bulk') return undefined;
  const roles = recordsByTarget(users);
  return {
    file: users.table.file,
    kindOf: (user) => user,
    orgsOf(user) {
      const found: number[] = [];
      for (let role = roles.first(user); role > 0; role = roles.next(role)) found.push(orgs.of(role));
      if (found.length === 0 || found.includes(0)) return undefined;
      return [...found, primary?.of(user) ?? 0];
    },
  };
}

type IsInside = (user: number, school: number, isStudent: boolean) => boolean;

/** Staff of a district belong to its schools; students have to be at the very school. */
function belongsTo(roster: Roster, { orgsOf }: Belonging): IsInside {
  const parents = linkOf(roster, 'orgs', 'parentSourcedId');
  return (user, school, isStudent) => {
    const orgs = orgsOf(user);
    if (orgs === undefined || orgs.includes(school)) return true;
    const seen = new Set([school]);
    for (let org = parents?.of(school) ?? 0; !isStudent && org > 0 && !seen.has(org);) {
      if (orgs.includes(org)) return true;
      seen.add(org);
      org = parents?.of(org) ?? 0;
    }
    return false;
  };
}
