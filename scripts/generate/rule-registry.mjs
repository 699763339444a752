// src/core/rules/registry.generated.ts: every rule, from the files directly in src/core/rules/. A file's name is its rule's id.
import { camelCase, idsIn } from '../rule-files.mjs';

export const path = 'src/core/rules/registry.generated.ts';

export async function generate() {
  const ids = await ruleIds();
  return [
    '// Generated from src/core/rules/*.ts by scripts/generate/rule-registry.mjs. Do not edit: run "node scripts/generate.mjs".',
    ...ids.map((id) => `import ${camelCase(id)} from './${id}';`),
    '',
    '/** Every rule, by id. */',
    ...(ids.length > 0
      ? ['export const rules = [', ...ids.map((id) => `  ${camelCase(id)},`), '] as const;']
      : ['export const rules = [] as const;']),
    '',
    '/** The ids of all rules. They never change. */',
    `export type RuleId =${ids.length > 0 ? ids.map((id) => `\n  | '${id}'`).join('') : ' never'};`,
    '',
  ].join('\n');
}

/** The ids of all rules, which are the names of their files. */
export function ruleIds() {
  return idsIn('src/core/rules');
}
