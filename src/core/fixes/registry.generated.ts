// Generated from src/core/fixes/*.ts by scripts/generate/fix-registry.mjs. Do not edit: run "node scripts/generate.mjs".
import type { RuleFixes } from './engine/define-fixes';
import bareCarriageReturn from './bare-carriage-return';
import blankColumnName from './blank-column-name';
import blankRecord from './blank-record';
import byteOrderMark from './byte-order-mark';
import columnCase from './column-case';
import columnOrder from './column-order';
import controlCharacter from './control-character';
import curlyQuotes from './curly-quotes';
import danglingReference from './dangling-reference';
import deletionInBulk from './deletion-in-bulk';
import deprecatedValue from './deprecated-value';
import duplicateColumn from './duplicate-column';
import duplicateEnrollment from './duplicate-enrollment';
import duplicateSourcedId from './duplicate-sourced-id';
import emptyFile from './empty-file';
import enrollmentSchoolMismatch from './enrollment-school-mismatch';
import extensionColumnPosition from './extension-column-position';
import fieldCount from './field-count';
import fileNameCase from './file-name-case';
import invalidDate from './invalid-date';
import invalidDatetime from './invalid-datetime';
import invalidEncoding from './invalid-encoding';
import invalidLearningObjective from './invalid-learning-objective';
import invalidList from './invalid-list';
import invalidNumber from './invalid-number';
import invalidUserId from './invalid-user-id';
import invalidValue from './invalid-value';
import invalidYear from './invalid-year';
import lifecycleInBulk from './lifecycle-in-bulk';
import lifecycleMissingInDelta from './lifecycle-missing-in-delta';
import lineBreakInField from './line-break-in-field';
import literalNull from './literal-null';
import lostLeadingZeros from './lost-leading-zeros';
import manifestDuplicateProperty from './manifest-duplicate-property';
import manifestFileMismatch from './manifest-file-mismatch';
import manifestHeader from './manifest-header';
import manifestInvalidValue from './manifest-invalid-value';
import manifestMissingProperty from './manifest-missing-property';
import manifestUnknownProperty from './manifest-unknown-property';
import missingManifest from './missing-manifest';
import missingOptionalColumn from './missing-optional-column';
import mixedLineEndings from './mixed-line-endings';
import noRecords from './no-records';
import orphanCourse from './orphan-course';
import plainTextPassword from './plain-text-password';
import primaryOnNonTeacher from './primary-on-non-teacher';
import primaryRoleCount from './primary-role-count';
import referenceCase from './reference-case';
import referenceCycle from './reference-cycle';
import resultClassMismatch from './result-class-mismatch';
import schoolWithoutParent from './school-without-parent';
import sessionSchoolYear from './session-school-year';
import spreadsheetDate from './spreadsheet-date';
import strayQuote from './stray-quote';
import surroundingWhitespace from './surrounding-whitespace';
import trailingEmptyColumns from './trailing-empty-columns';
import unclosedQuote from './unclosed-quote';
import unknownColumn from './unknown-column';
import unknownFile from './unknown-file';
import unknownGrade from './unknown-grade';
import valueCase from './value-case';
import versionMismatch from './version-mismatch';
import wrongDelimiter from './wrong-delimiter';
import wrongLineEnds from './wrong-line-ends';

/** How problems are mended, by the id of their rule. */
export const fixesByRule: ReadonlyMap<string, RuleFixes> = new Map([
  ['bare-carriage-return', bareCarriageReturn],
  ['blank-column-name', blankColumnName],
  ['blank-record', blankRecord],
  ['byte-order-mark', byteOrderMark],
  ['column-case', columnCase],
  ['column-order', columnOrder],
  ['control-character', controlCharacter],
  ['curly-quotes', curlyQuotes],
  ['dangling-reference', danglingReference],
  ['deletion-in-bulk', deletionInBulk],
  ['deprecated-value', deprecatedValue],
  ['duplicate-column', duplicateColumn],
  ['duplicate-enrollment', duplicateEnrollment],
  ['duplicate-sourced-id', duplicateSourcedId],
  ['empty-file', emptyFile],
  ['enrollment-school-mismatch', enrollmentSchoolMismatch],
  ['extension-column-position', extensionColumnPosition],
  ['field-count', fieldCount],
  ['file-name-case', fileNameCase],
  ['invalid-date', invalidDate],
  ['invalid-datetime', invalidDatetime],
  ['invalid-encoding', invalidEncoding],
  ['invalid-learning-objective', invalidLearningObjective],
  ['invalid-list', invalidList],
  ['invalid-number', invalidNumber],
  ['invalid-user-id', invalidUserId],
  ['invalid-value', invalidValue],
  ['invalid-year', invalidYear],
  ['lifecycle-in-bulk', lifecycleInBulk],
  ['lifecycle-missing-in-delta', lifecycleMissingInDelta],
  ['line-break-in-field', lineBreakInField],
  ['literal-null', literalNull],
  ['lost-leading-zeros', lostLeadingZeros],
  ['manifest-duplicate-property', manifestDuplicateProperty],
  ['manifest-file-mismatch', manifestFileMismatch],
  ['manifest-header', manifestHeader],
  ['manifest-invalid-value', manifestInvalidValue],
  ['manifest-missing-property', manifestMissingProperty],
  ['manifest-unknown-property', manifestUnknownProperty],
  ['missing-manifest', missingManifest],
  ['missing-optional-column', missingOptionalColumn],
  ['mixed-line-endings', mixedLineEndings],
  ['no-records', noRecords],
  ['orphan-course', orphanCourse],
  ['plain-text-password', plainTextPassword],
  ['primary-on-non-teacher', primaryOnNonTeacher],
  ['primary-role-count', primaryRoleCount],
  ['reference-case', referenceCase],
  ['reference-cycle', referenceCycle],
  ['result-class-mismatch', resultClassMismatch],
  ['school-without-parent', schoolWithoutParent],
  ['session-school-year', sessionSchoolYear],
  ['spreadsheet-date', spreadsheetDate],
  ['stray-quote', strayQuote],
  ['surrounding-whitespace', surroundingWhitespace],
  ['trailing-empty-columns', trailingEmptyColumns],
  ['unclosed-quote', unclosedQuote],
  ['unknown-column', unknownColumn],
  ['unknown-file', unknownFile],
  ['unknown-grade', unknownGrade],
  ['value-case', valueCase],
  ['version-mismatch', versionMismatch],
  ['wrong-delimiter', wrongDelimiter],
  ['wrong-line-ends', wrongLineEnds],
]);
