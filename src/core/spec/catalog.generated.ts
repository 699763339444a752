// Generated from schemas/ by scripts/generate/catalog.mjs. Do not edit: run "node scripts/generate.mjs".
import v1_0_academicSessions from '../../../schemas/oneroster-1.0/academicSessions.json';
import v1_0_classes from '../../../schemas/oneroster-1.0/classes.json';
import v1_0_courses from '../../../schemas/oneroster-1.0/courses.json';
import v1_0_demographics from '../../../schemas/oneroster-1.0/demographics.json';
import v1_0_enrollments from '../../../schemas/oneroster-1.0/enrollments.json';
import v1_0_orgs from '../../../schemas/oneroster-1.0/orgs.json';
import v1_0_specification from '../../../schemas/oneroster-1.0/specification.json';
import v1_0_users from '../../../schemas/oneroster-1.0/users.json';
import v1_1_academicSessions from '../../../schemas/oneroster-1.1/academicSessions.json';
import v1_1_categories from '../../../schemas/oneroster-1.1/categories.json';
import v1_1_classes from '../../../schemas/oneroster-1.1/classes.json';
import v1_1_classResources from '../../../schemas/oneroster-1.1/classResources.json';
import v1_1_courseResources from '../../../schemas/oneroster-1.1/courseResources.json';
import v1_1_courses from '../../../schemas/oneroster-1.1/courses.json';
import v1_1_demographics from '../../../schemas/oneroster-1.1/demographics.json';
import v1_1_enrollments from '../../../schemas/oneroster-1.1/enrollments.json';
import v1_1_lineItems from '../../../schemas/oneroster-1.1/lineItems.json';
import v1_1_manifest from '../../../schemas/oneroster-1.1/manifest.json';
import v1_1_orgs from '../../../schemas/oneroster-1.1/orgs.json';
import v1_1_resources from '../../../schemas/oneroster-1.1/resources.json';
import v1_1_results from '../../../schemas/oneroster-1.1/results.json';
import v1_1_specification from '../../../schemas/oneroster-1.1/specification.json';
import v1_1_users from '../../../schemas/oneroster-1.1/users.json';
import v1_2_academicSessions from '../../../schemas/oneroster-1.2/academicSessions.json';
import v1_2_categories from '../../../schemas/oneroster-1.2/categories.json';
import v1_2_classes from '../../../schemas/oneroster-1.2/classes.json';
import v1_2_classResources from '../../../schemas/oneroster-1.2/classResources.json';
import v1_2_courseResources from '../../../schemas/oneroster-1.2/courseResources.json';
import v1_2_courses from '../../../schemas/oneroster-1.2/courses.json';
import v1_2_demographics from '../../../schemas/oneroster-1.2/demographics.json';
import v1_2_enrollments from '../../../schemas/oneroster-1.2/enrollments.json';
import v1_2_lineItemLearningObjectiveIds from '../../../schemas/oneroster-1.2/lineItemLearningObjectiveIds.json';
import v1_2_lineItems from '../../../schemas/oneroster-1.2/lineItems.json';
import v1_2_lineItemScoreScales from '../../../schemas/oneroster-1.2/lineItemScoreScales.json';
import v1_2_manifest from '../../../schemas/oneroster-1.2/manifest.json';
import v1_2_orgs from '../../../schemas/oneroster-1.2/orgs.json';
import v1_2_resources from '../../../schemas/oneroster-1.2/resources.json';
import v1_2_resultLearningObjectiveIds from '../../../schemas/oneroster-1.2/resultLearningObjectiveIds.json';
import v1_2_results from '../../../schemas/oneroster-1.2/results.json';
import v1_2_resultScoreScales from '../../../schemas/oneroster-1.2/resultScoreScales.json';
import v1_2_roles from '../../../schemas/oneroster-1.2/roles.json';
import v1_2_scoreScales from '../../../schemas/oneroster-1.2/scoreScales.json';
import v1_2_specification from '../../../schemas/oneroster-1.2/specification.json';
import v1_2_userProfiles from '../../../schemas/oneroster-1.2/userProfiles.json';
import v1_2_userResources from '../../../schemas/oneroster-1.2/userResources.json';
import v1_2_users from '../../../schemas/oneroster-1.2/users.json';
import profile_appleSchoolManager from '../../../schemas/profiles/apple-school-manager.json';
import profile_brightspace from '../../../schemas/profiles/brightspace.json';
import profile_classlink from '../../../schemas/profiles/classlink.json';
import profile_cleverOneroster from '../../../schemas/profiles/clever-oneroster.json';
import profile_greatMinds from '../../../schemas/profiles/great-minds.json';
import profile_hmh from '../../../schemas/profiles/hmh.json';
import profile_incidentIq from '../../../schemas/profiles/incident-iq.json';
import profile_labAids from '../../../schemas/profiles/lab-aids.json';
import profile_standard from '../../../schemas/profiles/standard.json';
import profile_stmath from '../../../schemas/profiles/stmath.json';
import profile_summitK12 from '../../../schemas/profiles/summit-k12.json';
import profile_turnitin from '../../../schemas/profiles/turnitin.json';

/** The facts by version, as the JSON files have them. `specification()` is the way to read them. */
export const versionFacts = {
  '1.0': {
    specification: v1_0_specification,
    manifest: undefined,
    tables: [
      v1_0_academicSessions,
      v1_0_classes,
      v1_0_courses,
      v1_0_demographics,
      v1_0_enrollments,
      v1_0_orgs,
      v1_0_users,
    ],
  },
  '1.1': {
    specification: v1_1_specification,
    manifest: v1_1_manifest,
    tables: [
      v1_1_academicSessions,
      v1_1_categories,
      v1_1_classes,
      v1_1_classResources,
      v1_1_courseResources,
      v1_1_courses,
      v1_1_demographics,
      v1_1_enrollments,
      v1_1_lineItems,
      v1_1_orgs,
      v1_1_resources,
      v1_1_results,
      v1_1_users,
    ],
  },
  '1.2': {
    specification: v1_2_specification,
    manifest: v1_2_manifest,
    tables: [
      v1_2_academicSessions,
      v1_2_categories,
      v1_2_classes,
      v1_2_classResources,
      v1_2_courseResources,
      v1_2_courses,
      v1_2_demographics,
      v1_2_enrollments,
      v1_2_lineItemLearningObjectiveIds,
      v1_2_lineItems,
      v1_2_lineItemScoreScales,
      v1_2_orgs,
      v1_2_resources,
      v1_2_resultLearningObjectiveIds,
      v1_2_results,
      v1_2_resultScoreScales,
      v1_2_roles,
      v1_2_scoreScales,
      v1_2_userProfiles,
      v1_2_userResources,
      v1_2_users,
    ],
  },
};

/** The consumer profiles by id, as the JSON files have them. `resolveProfile()` is the way to read them. */
export const profileFacts = {
  'apple-school-manager': profile_appleSchoolManager,
  brightspace: profile_brightspace,
  classlink: profile_classlink,
  'clever-oneroster': profile_cleverOneroster,
  'great-minds': profile_greatMinds,
  hmh: profile_hmh,
  'incident-iq': profile_incidentIq,
  'lab-aids': profile_labAids,
  standard: profile_standard,
  stmath: profile_stmath,
  'summit-k12': profile_summitK12,
  turnitin: profile_turnitin,
};

/** The consumers that have a profile. */
export type ProfileId =
  | 'apple-school-manager'
  | 'brightspace'
  | 'classlink'
  | 'clever-oneroster'
  | 'great-minds'
  | 'hmh'
  | 'incident-iq'
  | 'lab-aids'
  | 'standard'
  | 'stmath'
  | 'summit-k12'
  | 'turnitin';

/** The columns of every data table, over all versions. */
export interface ColumnNames {
  readonly academicSessions:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'title'
    | 'type'
    | 'startDate'
    | 'endDate'
    | 'parentSourcedId'
    | 'schoolYear';
  readonly categories:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'title'
    | 'weight';
  readonly classes:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'title'
    | 'grade'
    | 'courseSourcedId'
    | 'classCode'
    | 'classType'
    | 'location'
    | 'schoolSourcedId'
    | 'termSourcedId'
    | 'subjects'
    | 'grades'
    | 'termSourcedIds'
    | 'subjectCodes'
    | 'periods';
  readonly classResources:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'title'
    | 'classSourcedId'
    | 'resourceSourcedId';
  readonly courseResources:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'title'
    | 'courseSourcedId'
    | 'resourceSourcedId';
  readonly courses:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'schoolYearId'
    | 'metadata.duration'
    | 'title'
    | 'courseCode'
    | 'grade'
    | 'orgSourcedId'
    | 'subjects'
    | 'schoolYearSourcedId'
    | 'grades'
    | 'subjectCodes';
  readonly demographics:
    | 'userSourcedId'
    | 'status'
    | 'dateLastModified'
    | 'birthdate'
    | 'sex'
    | 'americanIndianOrAlaskaNative'
    | 'asian'
    | 'blackOrAfricanAmerican'
    | 'nativeHawaiianOrOtherPacificIslander'
    | 'white'
    | 'demographicRaceTwoOrMoreRaces'
    | 'hispanicOrLatinoEthnicity'
    | 'countryOfBirthCode'
    | 'stateOfBirthAbbreviation'
    | 'cityOfBirth'
    | 'publicSchoolResidenceStatus'
    | 'sourcedId'
    | 'birthDate';
  readonly enrollments:
    | 'sourcedId'
    | 'classSourcedId'
    | 'schoolSourcedId'
    | 'userSourcedId'
    | 'role'
    | 'status'
    | 'dateLastModified'
    | 'primary'
    | 'beginDate'
    | 'endDate';
  readonly lineItemLearningObjectiveIds:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'lineItemSourcedId'
    | 'source'
    | 'learningObjectiveId';
  readonly lineItems:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'title'
    | 'description'
    | 'assignDate'
    | 'dueDate'
    | 'classSourcedId'
    | 'categorySourcedId'
    | 'gradingPeriodSourcedId'
    | 'resultValueMin'
    | 'resultValueMax'
    | 'academicSessionSourcedId'
    | 'schoolSourcedId';
  readonly lineItemScoreScales:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'title'
    | 'lineItemSourcedId'
    | 'scoreScaleSourcedId';
  readonly orgs:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'name'
    | 'type'
    | 'identifier'
    | 'metadata.classification'
    | 'metadata.gender'
    | 'metadata.boarding'
    | 'parentSourcedId';
  readonly resources:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'vendorResourceId'
    | 'title'
    | 'roles'
    | 'importance'
    | 'vendorId'
    | 'applicationId';
  readonly resultLearningObjectiveIds:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'resultSourcedId'
    | 'source'
    | 'learningObjectiveId'
    | 'score'
    | 'textScore';
  readonly results:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'lineItemSourcedId'
    | 'studentSourcedId'
    | 'scoreStatus'
    | 'score'
    | 'scoreDate'
    | 'comment'
    | 'textScore'
    | 'classSourcedId'
    | 'inProgress'
    | 'incomplete'
    | 'late'
    | 'missing';
  readonly resultScoreScales:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'title'
    | 'resultSourcedId'
    | 'scoreScaleSourcedId';
  readonly roles:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'userSourcedId'
    | 'roleType'
    | 'role'
    | 'beginDate'
    | 'endDate'
    | 'orgSourcedId'
    | 'userProfileSourcedId';
  readonly scoreScales:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'title'
    | 'type'
    | 'orgSourcedId'
    | 'courseSourcedId'
    | 'classSourcedId'
    | 'scoreScaleValue';
  readonly userProfiles:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'userSourcedId'
    | 'profileType'
    | 'vendorId'
    | 'applicationId'
    | 'description'
    | 'credentialType'
    | 'username'
    | 'password';
  readonly userResources:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'userSourcedId'
    | 'orgSourcedId'
    | 'classSourcedId'
    | 'resourceSourcedId';
  readonly users:
    | 'sourcedId'
    | 'status'
    | 'dateLastModified'
    | 'orgSourcedIds'
    | 'role'
    | 'username'
    | 'userId'
    | 'givenName'
    | 'familyName'
    | 'identifier'
    | 'email'
    | 'sms'
    | 'phone'
    | 'agents'
    | 'enabledUser'
    | 'userIds'
    | 'middleName'
    | 'agentSourcedIds'
    | 'grades'
    | 'password'
    | 'userMasterIdentifier'
    | 'preferredGivenName'
    | 'preferredMiddleName'
    | 'preferredFamilyName'
    | 'primaryOrgSourcedId'
    | 'pronouns'
    | 'resourceSourcedIds';
}

/** The data tables of all versions. */
export type TableName = keyof ColumnNames;

/** The columns that a table has in some version. */
export type ColumnName<T extends TableName = TableName> = ColumnNames[T];
