// Generated from src/core/rules/*.ts by scripts/generate/rule-registry.mjs. Do not edit: run "node scripts/generate.mjs".
import agentNotReciprocal from './agent-not-reciprocal';
import agentRole from './agent-role';
import bareCarriageReturn from './bare-carriage-return';
import birthDateRange from './birth-date-range';
import blankColumnName from './blank-column-name';
import blankRecord from './blank-record';
import byteOrderMark from './byte-order-mark';
import classWithoutStudents from './class-without-students';
import classWithoutTeacher from './class-without-teacher';
import columnCase from './column-case';
import columnOrder from './column-order';
import controlCharacter from './control-character';
import curlyQuotes from './curly-quotes';
import danglingReference from './dangling-reference';
import dateOrder from './date-order';
import deletionInBulk from './deletion-in-bulk';
import deprecatedValue from './deprecated-value';
import duplicateColumn from './duplicate-column';
import duplicateEmail from './duplicate-email';
import duplicateEnrollment from './duplicate-enrollment';
import duplicateEntry from './duplicate-entry';
import duplicateMasterIdentifier from './duplicate-master-identifier';
import duplicatePerson from './duplicate-person';
import duplicateSourcedId from './duplicate-sourced-id';
import duplicateUsername from './duplicate-username';
import emptyFile from './empty-file';
import enrollmentLimit from './enrollment-limit';
import enrollmentOutsideTerm from './enrollment-outside-term';
import enrollmentRoleMismatch from './enrollment-role-mismatch';
import enrollmentSchoolMismatch from './enrollment-school-mismatch';
import extensionColumnPosition from './extension-column-position';
import fieldCount from './field-count';
import fileNameCase from './file-name-case';
import foreignFormat from './foreign-format';
import invalidDate from './invalid-date';
import invalidDatetime from './invalid-datetime';
import invalidEmail from './invalid-email';
import invalidEncoding from './invalid-encoding';
import invalidGuid from './invalid-guid';
import invalidLearningObjective from './invalid-learning-objective';
import invalidList from './invalid-list';
import invalidNumber from './invalid-number';
import invalidScoreScale from './invalid-score-scale';
import invalidUserId from './invalid-user-id';
import invalidValue from './invalid-value';
import invalidYear from './invalid-year';
import lifecycleInBulk from './lifecycle-in-bulk';
import lifecycleMissingInDelta from './lifecycle-missing-in-delta';
import lineBreakInField from './line-break-in-field';
import lineItemDates from './line-item-dates';
import lineItemSession from './line-item-session';
import literalNull from './literal-null';
import lostLeadingZeros from './lost-leading-zeros';
import manifestDuplicateProperty from './manifest-duplicate-property';
import manifestFileMismatch from './manifest-file-mismatch';
import manifestHeader from './manifest-header';
import manifestInvalidValue from './manifest-invalid-value';
import manifestMissingProperty from './manifest-missing-property';
import manifestOnly from './manifest-only';
import manifestUnknownProperty from './manifest-unknown-property';
import missingColumn from './missing-column';
import missingFile from './missing-file';
import missingManifest from './missing-manifest';
import missingOptionalColumn from './missing-optional-column';
import mixedLifecycle from './mixed-lifecycle';
import mixedLineEndings from './mixed-line-endings';
import multiplePrimaryTeachers from './multiple-primary-teachers';
import nestedFolder from './nested-folder';
import noRecords from './no-records';
import orgLevelOrder from './org-level-order';
import orphanCourse from './orphan-course';
import plainTextPassword from './plain-text-password';
import primaryOnNonTeacher from './primary-on-non-teacher';
import primaryOrgWithoutRole from './primary-org-without-role';
import primaryRoleCount from './primary-role-count';
import profileOfAnotherUser from './profile-of-another-user';
import referenceCase from './reference-case';
import referenceCycle from './reference-cycle';
import referenceToDeleted from './reference-to-deleted';
import referenceWrongType from './reference-wrong-type';
import requiredValue from './required-value';
import resultClassMismatch from './result-class-mismatch';
import resultStudent from './result-student';
import schoolWithoutParent from './school-without-parent';
import scoreRange from './score-range';
import sessionNotCurrent from './session-not-current';
import sessionOutsideParent from './session-outside-parent';
import sessionSchoolYear from './session-school-year';
import sourcedIdCaseTwins from './sourced-id-case-twins';
import spreadsheetDate from './spreadsheet-date';
import spreadsheetNumber from './spreadsheet-number';
import strayQuote from './stray-quote';
import studentWithoutEnrollment from './student-without-enrollment';
import subjectCodeCount from './subject-code-count';
import suppressedNothing from './suppressed-nothing';
import surroundingWhitespace from './surrounding-whitespace';
import trailingEmptyColumns from './trailing-empty-columns';
import unclosedQuote from './unclosed-quote';
import unknownColumn from './unknown-column';
import unknownFile from './unknown-file';
import unknownGrade from './unknown-grade';
import unknownSubjectCode from './unknown-subject-code';
import unreadableFile from './unreadable-file';
import unsupportedLayout from './unsupported-layout';
import unsupportedMode from './unsupported-mode';
import unsupportedVersion from './unsupported-version';
import userOutsideSchool from './user-outside-school';
import userWithoutRole from './user-without-role';
import valueCase from './value-case';
import valueTooLong from './value-too-long';
import versionMismatch from './version-mismatch';
import wrongDelimiter from './wrong-delimiter';
import wrongLineEnds from './wrong-line-ends';
import wrongZipName from './wrong-zip-name';

/** Every rule, by id. */
export const rules = [
  agentNotReciprocal,
  agentRole,
  bareCarriageReturn,
  birthDateRange,
  blankColumnName,
  blankRecord,
  byteOrderMark,
  classWithoutStudents,
  classWithoutTeacher,
  columnCase,
  columnOrder,
  controlCharacter,
  curlyQuotes,
  danglingReference,
  dateOrder,
  deletionInBulk,
  deprecatedValue,
  duplicateColumn,
  duplicateEmail,
  duplicateEnrollment,
  duplicateEntry,
  duplicateMasterIdentifier,
  duplicatePerson,
  duplicateSourcedId,
  duplicateUsername,
  emptyFile,
  enrollmentLimit,
  enrollmentOutsideTerm,
  enrollmentRoleMismatch,
  enrollmentSchoolMismatch,
  extensionColumnPosition,
  fieldCount,
  fileNameCase,
  foreignFormat,
  invalidDate,
  invalidDatetime,
  invalidEmail,
  invalidEncoding,
  invalidGuid,
  invalidLearningObjective,
  invalidList,
  invalidNumber,
  invalidScoreScale,
  invalidUserId,
  invalidValue,
  invalidYear,
  lifecycleInBulk,
  lifecycleMissingInDelta,
  lineBreakInField,
  lineItemDates,
  lineItemSession,
  literalNull,
  lostLeadingZeros,
  manifestDuplicateProperty,
  manifestFileMismatch,
  manifestHeader,
  manifestInvalidValue,
  manifestMissingProperty,
  manifestOnly,
  manifestUnknownProperty,
  missingColumn,
  missingFile,
  missingManifest,
  missingOptionalColumn,
  mixedLifecycle,
  mixedLineEndings,
  multiplePrimaryTeachers,
  nestedFolder,
  noRecords,
  orgLevelOrder,
  orphanCourse,
  plainTextPassword,
  primaryOnNonTeacher,
  primaryOrgWithoutRole,
  primaryRoleCount,
  profileOfAnotherUser,
  referenceCase,
  referenceCycle,
  referenceToDeleted,
  referenceWrongType,
  requiredValue,
  resultClassMismatch,
  resultStudent,
  schoolWithoutParent,
  scoreRange,
  sessionNotCurrent,
  sessionOutsideParent,
  sessionSchoolYear,
  sourcedIdCaseTwins,
  spreadsheetDate,
  spreadsheetNumber,
  strayQuote,
  studentWithoutEnrollment,
  subjectCodeCount,
  suppressedNothing,
  surroundingWhitespace,
  trailingEmptyColumns,
  unclosedQuote,
  unknownColumn,
  unknownFile,
  unknownGrade,
  unknownSubjectCode,
  unreadableFile,
  unsupportedLayout,
  unsupportedMode,
  unsupportedVersion,
  userOutsideSchool,
  userWithoutRole,
  valueCase,
  valueTooLong,
  versionMismatch,
  wrongDelimiter,
  wrongLineEnds,
  wrongZipName,
] as const;

/** The ids of all rules. They never change. */
export type RuleId =
  | 'agent-not-reciprocal'
  | 'agent-role'
  | 'bare-carriage-return'
  | 'birth-date-range'
  | 'blank-column-name'
  | 'blank-record'
  | 'byte-order-mark'
  | 'class-without-students'
  | 'class-without-teacher'
  | 'column-case'
  | 'column-order'
  | 'control-character'
  | 'curly-quotes'
  | 'dangling-reference'
  | 'date-order'
  | 'deletion-in-bulk'
  | 'deprecated-value'
  | 'duplicate-column'
  | 'duplicate-email'
  | 'duplicate-enrollment'
  | 'duplicate-entry'
  | 'duplicate-master-identifier'
  | 'duplicate-person'
  | 'duplicate-sourced-id'
  | 'duplicate-username'
  | 'empty-file'
  | 'enrollment-limit'
  | 'enrollment-outside-term'
  | 'enrollment-role-mismatch'
  | 'enrollment-school-mismatch'
  | 'extension-column-position'
  | 'field-count'
  | 'file-name-case'
  | 'foreign-format'
  | 'invalid-date'
  | 'invalid-datetime'
  | 'invalid-email'
  | 'invalid-encoding'
  | 'invalid-guid'
  | 'invalid-learning-objective'
  | 'invalid-list'
  | 'invalid-number'
  | 'invalid-score-scale'
  | 'invalid-user-id'
  | 'invalid-value'
  | 'invalid-year'
  | 'lifecycle-in-bulk'
  | 'lifecycle-missing-in-delta'
  | 'line-break-in-field'
  | 'line-item-dates'
  | 'line-item-session'
  | 'literal-null'
  | 'lost-leading-zeros'
  | 'manifest-duplicate-property'
  | 'manifest-file-mismatch'
  | 'manifest-header'
  | 'manifest-invalid-value'
  | 'manifest-missing-property'
  | 'manifest-only'
  | 'manifest-unknown-property'
  | 'missing-column'
  | 'missing-file'
  | 'missing-manifest'
  | 'missing-optional-column'
  | 'mixed-lifecycle'
  | 'mixed-line-endings'
  | 'multiple-primary-teachers'
  | 'nested-folder'
  | 'no-records'
  | 'org-level-order'
  | 'orphan-course'
  | 'plain-text-password'
  | 'primary-on-non-teacher'
  | 'primary-org-without-role'
  | 'primary-role-count'
  | 'profile-of-another-user'
  | 'reference-case'
  | 'reference-cycle'
  | 'reference-to-deleted'
  | 'reference-wrong-type'
  | 'required-value'
  | 'result-class-mismatch'
  | 'result-student'
  | 'school-without-parent'
  | 'score-range'
  | 'session-not-current'
  | 'session-outside-parent'
  | 'session-school-year'
  | 'sourced-id-case-twins'
  | 'spreadsheet-date'
  | 'spreadsheet-number'
  | 'stray-quote'
  | 'student-without-enrollment'
  | 'subject-code-count'
  | 'suppressed-nothing'
  | 'surrounding-whitespace'
  | 'trailing-empty-columns'
  | 'unclosed-quote'
  | 'unknown-column'
  | 'unknown-file'
  | 'unknown-grade'
  | 'unknown-subject-code'
  | 'unreadable-file'
  | 'unsupported-layout'
  | 'unsupported-mode'
  | 'unsupported-version'
  | 'user-outside-school'
  | 'user-without-role'
  | 'value-case'
  | 'value-too-long'
  | 'version-mismatch'
  | 'wrong-delimiter'
  | 'wrong-line-ends'
  | 'wrong-zip-name';
