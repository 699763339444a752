// The English texts that stand in Markdown and in the facts of profiles: those of pages, which have bundles of their own in l10n/, and
// the short ones that the editor's own bundle has.
import { readdir, readFile } from 'node:fs/promises';

/** @typedef {[text: string, place: string]} PlacedText */
/**
 * @typedef {{ title: string, description: string, sync?: { text: string },
 *   preview?: { known: { text: string }[], assumed: string[] } }} Profile
 */

/**
 * What `translatePage` asks for of the pages of rules, and what a preview says of a profile.
 * @returns {Promise<Map<string, string>>} the texts, each once, with the place where it was found first
 */
export async function pageTexts() {
  /** @type {PlacedText[]} */
  const found = [];
  for (const name of (await readdir('docs/rules')).filter((each) => /^[a-z0-9-]+\.md$/.test(each)).sort()) {
    const file = `docs/rules/${name}`;
    for (const text of textsOfPage(await readFile(file, 'utf8'))) found.push([text, file]);
  }
  for (const { profile, file } of await profiles()) {
    const { known = [], assumed = [] } = profile.preview ?? {};
    for (const text of [...known.map((fact) => fact.text), ...assumed]) found.push([text, file]);
  }
  return new Map(found.reverse());
}

/** What pickers, the status bar and the schedule say of profiles, and what people are called by their roles. */
export async function shortTexts() {
  /** @type {PlacedText[]} */
  const found = [];
  for (const { profile, file } of await profiles()) {
    const { title, description, sync } = profile;
    for (const text of [title, description, ...(sync ? [sync.text] : [])]) found.push([text, file]);
  }
  for (const [version, table] of [
    ['1.1', 'users'],
    ['1.2', 'roles'],
  ]) {
    const file = `schemas/oneroster-${version}/${table}.json`;
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

/** The paragraphs outside of fenced blocks, one a line. The title is a name; of the line of facts each sentence counts. @param {string} page */
function textsOfPage(page) {
  const lines = page.replace(/^```.*?^```$/gms, '').split(/\r?\n/);
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))
    .flatMap((line) => (line.startsWith('Severity: ') ? line.split(/(?<=\.) (?=[A-Z])/) : [line]))
    .map((line) => line.replace(/^#+ /, ''));
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
