// The English texts that stand in Markdown and in the facts of profiles: those of pages, which have bundles of their own in l10n/, and
// the short ones that the editor's own bundle has.
import { readdir, readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/** @typedef {[text: string, place: string]} PlacedText */
/**
 * @typedef {{ title: string, description: string, sync?: { text: string },
 *   preview?: { known: { text: string }[], assumed: string[] } }} Profile
 */

/**
 * What pages of rules and profiles are made of, and what a preview says of a profile, but for the short texts.
 * @returns {Promise<Map<string, string>>} the texts, each once, with the place where one stands
 */
export async function pageTexts() {
  /** @type {Map<string, string>} */
  const found = new Map();
  const translatePage = await readTranslator();
  for (const file of await pages()) {
    translatePage(await readFile(file, 'utf8'), (text) => {
      found.set(text, file);
      return text;
    });
  }
  for (const { profile, file } of await profiles()) {
    const { known = [], assumed = [] } = profile.preview ?? {};
    for (const text of [...known.map((fact) => fact.text), ...assumed]) found.set(text, file);
  }
  for (const [text] of await shortTexts()) found.delete(text);
  return found;
}

/** What pickers, the status bar and the schedule say of profiles, and what people are called by their roles. */
export async function shortTexts() {
  /** @type {PlacedText[]} */
  const found = [];
  for (const { profile, file } of await profiles()) {
    const { title, description, sync } = profile;
    for (const text of [title, description, ...(sync ? [sync.text] : [])]) found.push([text, file]);
  }
  for (const file of ['schemas/oneroster-1.1/users.json', 'schemas/oneroster-1.2/roles.json']) {
    const { columns } = JSON.parse(await readFile(file, 'utf8'));
    const role = columns.find((/** @type {{ name: string }} */ { name }) => name === 'role');
    for (const { value } of role.values) found.push([value, file]);
  }
  return found;
}

/**
 * What has to be the same in each language: placeholders, code, links, names of files, columns and sources.
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

async function pages() {
  const folders = ['docs/profiles', 'docs/rules'];
  const names = await Promise.all(folders.map((folder) => readdir(folder)));
  return folders.flatMap((folder, place) => (names[place] ?? []).sort().map((name) => `${folder}/${name}`));
}

/** @returns {Promise<{ profile: Profile, file: string }[]>} */
async function profiles() {
  const names = (await readdir('schemas/profiles')).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = `schemas/profiles/${name}`;
      return { profile: JSON.parse(await readFile(file, 'utf8')), file };
    }),
  );
}
