// Generated from src/core/fixes/*.ts by scripts/generate/fix-registry.mjs. Do not edit: run "node scripts/generate.mjs".
import type { RuleFixes } from './engine/define-fixes';
import blankRecord from './blank-record';
import deprecatedValue from './deprecated-value';
import invalidDate from './invalid-date';
import invalidValue from './invalid-value';
import surroundingWhitespace from './surrounding-whitespace';
import valueCase from './value-case';

/** How problems are mended, by the id of their rule. */
export const fixesByRule: ReadonlyMap<string, RuleFixes> = new Map([
  ['blank-record', blankRecord],
  ['deprecated-value', deprecatedValue],
  ['invalid-date', invalidDate],
  ['invalid-value', invalidValue],
  ['surrounding-whitespace', surroundingWhitespace],
  ['value-case', valueCase],
]);
