// src/core/rules/registry.generated.ts: every rule, from the files directly in src/core/rules/. A file's name is its rule's id.
import { readdir } from 'node:fs/promises';

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
export async function ruleIds() {
  const entries = await readdir('src/core/rules', { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(entry.name))
    .map((entry) => entry.name.slice(0, -'.ts'.length))
    .sort();
}

/** @param {string} id */
function camelCase(id) {
  return id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
