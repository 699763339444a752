// Generated from src/core/rules/*.ts by scripts/generate/rule-registry.mjs. Do not edit: run "node scripts/generate.mjs".
import danglingReference from './dangling-reference';
import requiredValue from './required-value';

/** Every rule, by id. */
export const rules = [
  danglingReference,
  requiredValue,
] as const;

/** The ids of all rules. They never change. */
export type RuleId =
  | 'dangling-reference'
  | 'required-value';
