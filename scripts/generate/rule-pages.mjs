// src/cli/report/rule-pages.generated.ts: what the rules' pages say for readers of a report: why it matters and how to mend it.
import { readdir, readFile } from 'node:fs/promises';

export const path = 'src/cli/report/rule-pages.generated.ts';

export async function generate() {
  const names = (await readdir('docs/rules')).filter((name) => /^[a-z0-9-]+\.md$/.test(name)).sort();
  const entries = await Promise.all(names.map(readPage));
  return [
    '// Generated from docs/rules/*.md by scripts/generate/rule-pages.mjs. Do not edit: run "node scripts/generate.mjs".',
    '',
    '/** What the page of a rule says, as plain text in which `backticks` mark code. */',
    'export interface RulePage {',
    '  readonly why: string;',
    '  readonly mend: string;',
    '}',
    '',
    '/** The pages by rule id. */',
    'export const rulePages: Readonly<Record<string, RulePage>> = {',
    ...entries.map(({ id, why, mend }) => `  ${JSON.stringify(id)}: ${JSON.stringify({ why, mend })},`),
    '};',
    '',
  ].join('\n');
}

/** @param {string} name */
async function readPage(name) {
  const text = (await readFile(`docs/rules/${name}`, 'utf8')).replaceAll('\r\n', '\n');
  const section = (/** @type {string} */ title) => {
    const found = new RegExp(`\\n## ${title}\\n([\\s\\S]*?)(?=\\n## |$)`).exec(text)?.[1]?.trim();
    if (!found) throw new Error(`docs/rules/${name} has no section "${title}"`);
    return plain(found);
  };
  return {
    id: name.slice(0, -'.md'.length),
    why: section('Why it matters'),
    mend: section('How to mend it'),
  };
}

/** Links lead nowhere outside the repository, so their words stay and their targets go. @param {string} markdown */
function plain(markdown) {
  return markdown.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replace(/\*\*([^*]+)\*\*/g, '$1');
}
