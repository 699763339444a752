// Every English text that the editor's side and the server may show, and whether the files in l10n/ have them all.
//
//   node scripts/texts/all-texts.mjs          says what is missing or left over, ready to be put into the files
//   node scripts/texts/all-texts.mjs --sort   puts the entries of the files in order
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { factTexts } from './fact-texts.mjs';
import { findTexts } from './find-texts.mjs';
import { namesOfProfiles, pageTexts, roleWords } from './page-texts.mjs';
import { schemaTexts } from './schema-texts.mjs';

/** The languages that there are texts for, beside English. */
export const languages = ['de', 'es'];

/**
 * The files of a language. VS Code loads the first one when it starts; the server alone reads the second one, which has what only the
 * facts say; the third one has what else stands on pages of rules and profiles, and is read when one is opened. From the last one the
 * schemas of settings are generated.
 */
export const bundles = /** @type {const} */ (['bundle.l10n', 'facts', 'pages', 'settings']);

/** @typedef {(typeof bundles)[number]} Bundle */

const folders = ['src/core', 'src/extension', 'src/node', 'src/page', 'src/server'];

/** @typedef {{ missing: string[], leftOver: string[], placeholders: string[] }} BundleState */

/**
 * The English texts of each file, each once, with the place where it was found first.
 * @returns {Promise<{ texts: Record<Bundle, Map<string, string>>, mistakes: string[] }>}
 */
export async function allTexts() {
  const files = (await Promise.all(folders.map(sourcesIn))).flat().sort();
  const { texts: found, mistakes } = await findTexts(files);
  const inFacts = await factTexts();
  const own = new Map(found.map(({ text, file, line }) => [text, `${file}:${line}`]));
  for (const [text, place] of [
    ...(await ruleTexts(files, 'messages')),
    ...inFacts.editor,
    ...(await roleWords()),
  ]) {
    if (!own.has(text)) own.set(text, place);
  }
  const others = [...inFacts.server, ...(await ruleTexts(files, 'summary'))];
  const facts = new Map(others.filter(([text]) => !own.has(text)).reverse());
  // A word may mean something else on a page than in the editor, but what the facts say is the same.
  const said = new Set([
    ...facts.keys(),
    ...inFacts.editor.map(([text]) => text),
    ...(await namesOfProfiles()),
  ]);
  const pages = new Map([...(await pageTexts())].filter(([text]) => !said.has(text)));
  const settings = new Map([...(await schemaTexts())].filter(([text]) => !said.has(text)));
  return { texts: { 'bundle.l10n': own, facts, pages, settings }, mistakes };
}

/**
 * @param {Bundle} name
 * @param {string} language
 * @param {Iterable<string>} english
 * @returns {Promise<BundleState>}
 */
export async function checkBundle(name, language, english) {
  const bundle = await readBundle(name, language);
  const wanted = new Set(english);
  const isSame = (/** @type {string} */ text) => {
    const [own, others] = [placeholders(text), placeholders(bundle[text] ?? '')];
    return own.length === others.length && own.every((each, index) => each === others[index]);
  };
  return {
    missing: [...wanted].filter((text) => !bundle[text]).sort(),
    leftOver: Object.keys(bundle).filter((text) => !wanted.has(text)),
    placeholders: [...wanted].filter((text) => bundle[text] && !isSame(text)),
  };
}

/** @param {Bundle} name @param {string} language @returns {Promise<Record<string, string>>} */
export async function readBundle(name, language) {
  return JSON.parse(await readFile(pathOf(name, language), 'utf8'));
}

/** @param {Bundle} name @param {string} language */
export function pathOf(name, language) {
  return `l10n/${name}.${language}.json`;
}

/** The names in a text's braces, each once: a language may need a word twice. @param {string} text */
function placeholders(text) {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
}

/** @param {string} folder @returns {Promise<string[]>} */
async function sourcesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.generated.ts') && !name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}

/**
 * What rules declare: their messages, and what they look for, which the server alone says.
 * @param {readonly string[]} files
 * @param {'messages' | 'summary'} property
 * @returns {Promise<[string, string][]>}
 */
async function ruleTexts(files, property) {
  const rules = files.filter((file) => /^src\/core\/rules\/[^/]+\.ts$/.test(file));
  return (await Promise.all(rules.map((file) => textsIn(file, property)))).flat();
}

/** @param {string} file @param {'messages' | 'summary'} property @returns {Promise<[string, string][]>} */
async function textsIn(file, property) {
  const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true);
  /** @type {[string, string][]} */
  const found = [];
  const take = (/** @type {ts.Node} */ value) => {
    if (ts.isStringLiteral(value)) found.push([value.text, file]);
  };
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === property) {
      take(node.initializer);
      ts.forEachChild(node.initializer, (message) => {
        if (ts.isPropertyAssignment(message)) take(message.initializer);
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

async function main() {
  const { texts, mistakes } = await allTexts();
  for (const mistake of mistakes) console.error(mistake);
  for (const language of languages) {
    for (const name of bundles) {
      if (process.argv.includes('--sort')) await sort(name, language);
      await report(name, language, texts[name]);
    }
  }
}

/** @param {Bundle} name @param {string} language */
async function sort(name, language) {
  const entries = Object.entries(await readBundle(name, language)).sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(pathOf(name, language), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

/** @param {Bundle} name @param {string} language @param {Map<string, string>} texts */
async function report(name, language, texts) {
  const { missing, leftOver, placeholders: wrong } = await checkBundle(name, language, texts.keys());
  console.log(
    `${pathOf(name, language)}: ${texts.size} texts, ${missing.length} missing, ${leftOver.length} left over`,
  );
  for (const text of missing) console.log(`  ${JSON.stringify(text)}: "",`);
  for (const text of leftOver) console.log(`  left over: ${JSON.stringify(text)}`);
  for (const text of wrong) console.log(`  other placeholders: ${JSON.stringify(text)}`);
  if (missing.length + leftOver.length + wrong.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
