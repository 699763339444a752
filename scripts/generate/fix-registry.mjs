// src/core/fixes/registry.generated.ts: the fixes of all rules, from the files directly in src/core/fixes/. A file's name is its rule's id.
import { camelCase, idsIn } from '../rule-files.mjs';

export const path = 'src/core/fixes/registry.generated.ts';

export async function generate() {
  const ids = await fixIds();
  return [
    '// Generated from src/core/fixes/*.ts by scripts/generate/fix-registry.mjs. Do not edit: run "node scripts/generate.mjs".',
    "import type { RuleFixes } from './engine/define-fixes';",
    ...ids.map((id) => `import ${camelCase(id)} from './${id}';`),
    '',
    '/** How problems are mended, by the id of their rule. */',
    'export const fixesByRule: ReadonlyMap<string, RuleFixes> = new Map([',
    ...ids.map((id) => `  ['${id}', ${camelCase(id)}],`),
    ']);',
    '',
  ].join('\n');
}

/** The ids of all rules with fixes, which are the names of their files. */
export function fixIds() {
  return idsIn('src/core/fixes');
}
