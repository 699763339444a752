// Finds the texts that stand on the pages of rules and profiles, and the words for roles.
import { readdir, readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

const folders = ['docs/profiles', 'docs/rules'];

/** @returns {Promise<Map<string, string>>} what pages of rules and profiles are made of, with a page that it stands on */
export async function pageTexts() {
  /** @type {Map<string, string>} */
  const found = new Map();
  const translatePage = await readTranslator();
  for (const folder of folders) {
    for (const name of (await readdir(folder)).sort()) {
      const file = `${folder}/${name}`;
      translatePage(await readFile(file, 'utf8'), (text) => {
        found.set(text, file);
        return text;
      });
    }
  }
  return found;
}

/** What consumers are called, on their pages as elsewhere. @returns {Promise<string[]>} */
export async function namesOfProfiles() {
  const names = (await readdir('schemas/profiles')).filter((name) => name.endsWith('.json'));
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(`schemas/profiles/${name}`, 'utf8')).title),
  );
}

/** What people are called by their roles. @returns {Promise<[text: string, file: string][]>} */
export async function roleWords() {
  /** @type {[string, string][]} */
  const found = [];
  for (const file of ['schemas/oneroster-1.1/users.json', 'schemas/oneroster-1.2/roles.json']) {
    const { columns } = JSON.parse(await readFile(file, 'utf8'));
    const role = columns.find((/** @type {{ name: string }} */ { name }) => name === 'role');
    for (const { value } of role.values) found.push([value, file]);
  }
  return found;
}

/**
 * What has to be the same in each language: placeholders, code, links, names of files, columns and sources, versions.
 * @param {string} text
 */
export function namesIn(text) {
  const names = text.match(
    /\{\w+\}|`[^`]*`|\]\([^)]*\)|\b\w+\.(?:csv|json|zip)\b|\b[a-z]+[A-Z]\w*|\bS\d+\b|\b\d+\.\d+\b/g,
  );
  return [...new Set(names ?? [])].sort();
}

/**
 * The program's own: what it asks for is what there has to be.
 * @returns {Promise<(markdown: string, say: (text: string) => string) => string>}
 */
async function readTranslator() {
  const source = await readFile('src/core/text/translate-page.ts', 'utf8');
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  const { translatePage } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return translatePage;
}
