// Generated from src/core/rules/*.ts by scripts/generate/rule-registry.mjs. Do not edit: run "node scripts/generate.mjs".
import bareCarriageReturn from './bare-carriage-return';
import blankColumnName from './blank-column-name';
import blankRecord from './blank-record';
import byteOrderMark from './byte-order-mark';
import columnCase from './column-case';
import columnOrder from './column-order';
import controlCharacter from './control-character';
import danglingReference from './dangling-reference';
import dateOrder from './date-order';
import deletionInBulk from './deletion-in-bulk';
import duplicateColumn from './duplicate-column';
import duplicateEntry from './duplicate-entry';
import duplicateSourcedId from './duplicate-sourced-id';
import emptyFile from './empty-file';
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
import nestedFolder from './nested-folder';
import noRecords from './no-records';
import referenceCase from './reference-case';
import requiredValue from './required-value';
import strayQuote from './stray-quote';
import surroundingWhitespace from './surrounding-whitespace';
import trailingEmptyColumns from './trailing-empty-columns';
import unclosedQuote from './unclosed-quote';
import unknownColumn from './unknown-column';
import unknownFile from './unknown-file';
import unreadableFile from './unreadable-file';
import valueCase from './value-case';
import versionMismatch from './version-mismatch';
import wrongDelimiter from './wrong-delimiter';
import wrongZipName from './wrong-zip-name';

/** Every rule, by id. */
export const rules = [
  bareCarriageReturn,
  blankColumnName,
  blankRecord,
  byteOrderMark,
  columnCase,
  columnOrder,
  controlCharacter,
  danglingReference,
  dateOrder,
  deletionInBulk,
  duplicateColumn,
  duplicateEntry,
  duplicateSourcedId,
  emptyFile,
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
  nestedFolder,
  noRecords,
  referenceCase,
  requiredValue,
  strayQuote,
  surroundingWhitespace,
  trailingEmptyColumns,
  unclosedQuote,
  unknownColumn,
  unknownFile,
  unreadableFile,
  valueCase,
  versionMismatch,
  wrongDelimiter,
  wrongZipName,
] as const;

/** The ids of all rules. They never change. */
export type RuleId =
  | 'bare-carriage-return'
  | 'blank-column-name'
  | 'blank-record'
  | 'byte-order-mark'
  | 'column-case'
  | 'column-order'
  | 'control-character'
  | 'dangling-reference'
  | 'date-order'
  | 'deletion-in-bulk'
  | 'duplicate-column'
  | 'duplicate-entry'
  | 'duplicate-sourced-id'
  | 'empty-file'
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
  | 'nested-folder'
  | 'no-records'
  | 'reference-case'
  | 'required-value'
  | 'stray-quote'
  | 'surrounding-whitespace'
  | 'trailing-empty-columns'
  | 'unclosed-quote'
  | 'unknown-column'
  | 'unknown-file'
  | 'unreadable-file'
  | 'value-case'
  | 'version-mismatch'
  | 'wrong-delimiter'
  | 'wrong-zip-name';
