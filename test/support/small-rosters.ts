// One small roster in the three versions, with marks round every place of four ids: `org` and `org-use`, `user` and `user-use`,
// `class` and `class-use`, `term` and `term-use`. One enrollment names its person in other letter case, and one nobody.
import type { OneRosterVersion } from '../../src/core/spec/types';

const orgs = `=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
dist,,,Byron District,district,,
[[org-1|org]],,,Lincoln High,school,,dist
"org-2",,,Grant High,school,,dist
`;

const enrollments = `=== enrollments.csv
sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
e-1,,,[[c-1|class-use]],[[org-1|org-use]],[[u-1|user-use,enrolled]],student,,,
e-2,,,"[[c-1|class-use]]","[[org-1|org-use]]","[[u-1|user-use]]",student,,,
e-3,,,c-2,org-2,[[U-1|user-use]],student,,,
e-4,,,c-2,org-2,[[u-77|nobody]],[[s|plain]]tudent,,,
`;

export const smallRosters: Readonly<Record<OneRosterVersion, string>> = {
  '1.0': `${orgs}
=== users.csv
sourcedId,status,dateLastModified,orgSourcedIds,role,username,userId,givenName,familyName,identifier,email,sms,phone,agents
[[u-1|user]],,,[[org-1|org-use]],student,zoe,,Zoë 😀,Byron,,,,,u-2
u-2,,,"org-2, [[org-1|org-use]]",guardian,carl,,Carl,Gauss,,,,,"u-3,[[u-1|user-use]]"
u-3,,,org-2,teacher,emmy,,Emmy,Noether,,,,,
=== academicSessions.csv
sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId
[[t-1|term]],,,Fall,term,2026-08-01,2026-12-20,
t-2,,,Spring,term,2027-01-01,2027-06-01,
=== courses.csv
sourcedId,status,dateLastModified,schoolYearId,metadata.duration,title,courseCode,grade,orgSourcedId,subject,subjectCodes
k-1,,,[[t-1|term-use]],,Algebra,A1,09,[[org-1|org-use]],,
=== classes.csv
sourcedId,status,dateLastModified,title,grade,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedId,subject
[[c-1|class]],,,Algebra 1,09,k-1,,scheduled,,[[org-1|org-use]],"[[t-1|term-use]],t-2",
c-2,,,Algebra 2,09,k-1,,scheduled,,org-2,"t-2 , [[t-1|term-use]]",
${enrollments}`,
  '1.1': `${orgs}
=== users.csv
sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
[[u-1|user]],,,true,[[org-1|org-use]],student,zoe,,Zoë 😀,Byron,,,,,,u-2,09,
u-2,,,true,"org-2, [[org-1|org-use]]",guardian,carl,,Carl,Gauss,,,,,,"u-3,[[u-1|user-use]]",,
u-3,,,true,org-2,teacher,emmy,,Emmy,Noether,,,,,,,,
=== academicSessions.csv
sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
[[t-1|term]],,,Fall,term,2026-08-01,2026-12-20,,2027
t-2,,,Spring,term,2027-01-01,2027-06-01,,2027
=== courses.csv
sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
k-1,,,[[t-1|term-use]],Algebra,A1,09,[[org-1|org-use]],,
=== classes.csv
sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
[[c-1|class]],,,Algebra 1,09,k-1,,scheduled,,[[org-1|org-use]],"[[t-1|term-use]],t-2",,,
c-2,,,Algebra 2,09,k-1,,scheduled,,org-2,"t-2 , [[t-1|term-use]]",,,
${enrollments}`,
  '1.2': `${orgs}
=== users.csv
sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
[[u-1|user]],,,true,zoe,,Zoë 😀,Byron,,,,,,u-2,09,,,,,,,[[org-1|org-use]],
u-2,,,true,carl,,Carl,Gauss,,,,,,"u-3,[[u-1|user-use]]",,,,,,,,org-2,
u-3,,,true,emmy,,Emmy,Noether,,,,,,,,,,,,,,org-2,
=== roles.csv
sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
r-1,,,[[u-1|user-use]],primary,student,,,"[[org-1|org-use]]",
=== academicSessions.csv
sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
[[t-1|term]],,,Fall,term,2026-08-01,2026-12-20,,2027
t-2,,,Spring,term,2027-01-01,2027-06-01,,2027
=== courses.csv
sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
k-1,,,[[t-1|term-use]],Algebra,A1,09,[[org-1|org-use]],,
=== classes.csv
sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
[[c-1|class]],,,Algebra 1,09,k-1,,scheduled,,[[org-1|org-use]],"[[t-1|term-use]],t-2",,,
c-2,,,Algebra 2,09,k-1,,scheduled,,org-2,"t-2 , [[t-1|term-use]]",,,
${enrollments}`,
};
