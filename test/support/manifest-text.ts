import { specification } from '../../src/core/spec/specification';
import type { OneRosterVersion } from '../../src/core/spec/types';

/**
 * A whole manifest as a section of a fixture, in which every file is absent but for what `values` says, by property and
 * with marks. `undefined` leaves a property's row out; properties that the version does not have are added at the end.
 */
export function manifestText(
  values: Readonly<Record<string, string | undefined>> = {},
  version: OneRosterVersion = '1.1',
): string {
  const facts = specification(version).manifest?.rows ?? [];
  const rows = new Map<string, string | undefined>();
  for (const { property, required, table, values: allowed } of facts) {
    if (required) rows.set(property, table === undefined ? allowed?.[0]?.value : 'absent');
  }
  for (const [property, value] of Object.entries(values)) rows.set(property, value);
  const lines = [...rows].flatMap(([property, value]) =>
    value === undefined ? [] : [`${property},${value}`],
  );
  return `
=== manifest.csv
propertyName,value
${lines.join('\n')}
`;
}

/** Whole files with one record each, whose references stay blank where they may; for rules that look at files. */
export const files = {
  orgs: `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
`,
  courses: `
=== courses.csv
sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
k1,,,,Algebra,,,o1,,
`,
  users: `
=== users.csv
sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
u1,,,true,"o1,o2",student,ada,,Ada,Byron,,,,,,,,
u2,,,true,o1,teacher,bea,,Bea,Cole,,,,,,,,
`,
} as const;
