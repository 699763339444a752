// Generated from src/core/fixes/*.ts by scripts/generate/fix-registry.mjs. Do not edit: run "node scripts/generate.mjs".
import type { RuleFixes } from './engine/define-fixes';
import blankRecord from './blank-record';
import byteOrderMark from './byte-order-mark';
import deprecatedValue from './deprecated-value';
import invalidDate from './invalid-date';
import invalidValue from './invalid-value';
import literalNull from './literal-null';
import surroundingWhitespace from './surrounding-whitespace';
import valueCase from './value-case';

/** How problems are mended, by the id of their rule. */
export const fixesByRule: ReadonlyMap<string, RuleFixes> = new Map([
  ['blank-record', blankRecord],
  ['byte-order-mark', byteOrderMark],
  ['deprecated-value', deprecatedValue],
  ['invalid-date', invalidDate],
  ['invalid-value', invalidValue],
  ['literal-null', literalNull],
  ['surrounding-whitespace', surroundingWhitespace],
  ['value-case', valueCase],
]);
