// Every English text that the editor's side and the server may show, and whether the bundles in l10n/ have them all.
//
//   node scripts/texts/all-texts.mjs          says what is missing or left over, ready to be put into the bundles
//   node scripts/texts/all-texts.mjs --sort   puts the entries of the bundles in order
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { findTexts } from './find-texts.mjs';
import { namesIn, pageTexts, shortTexts } from './page-texts.mjs';

/** The languages that there are texts for, beside English. */
export const languages = ['de', 'es'];

const folders = ['src/core', 'src/extension', 'src/node', 'src/page', 'src/server'];

/** @typedef {'bundle.l10n' | 'pages'} BundleName */
/** @typedef {{ missing: string[], leftOver: string[], placeholders: string[] }} BundleState */

/**
 * The English texts, each once, with the place where it was found first.
 * @returns {Promise<{ texts: Map<string, string>, mistakes: string[] }>}
 */
export async function allTexts() {
  const files = (await Promise.all(folders.map(sourcesIn))).flat().sort();
  const { texts: found, mistakes } = await findTexts(files);
  const texts = new Map(found.map(({ text, file, line }) => [text, `${file}:${line}`]));
  for (const [text, place] of [
    ...(await ruleMessages(files)),
    ...(await wordsOfFacts()),
    ...(await shortTexts()),
  ]) {
    if (!texts.has(text)) texts.set(text, place);
  }
  return { texts, mistakes };
}

/**
 * @param {string} language
 * @param {Iterable<string>} english
 * @param {BundleName} [name]
 * @returns {Promise<BundleState>}
 */
export async function checkBundle(language, english, name) {
  const bundle = await readBundle(language, name);
  const wanted = new Set(english);
  const kept = name === 'pages' ? namesIn : placeholders;
  const isSame = (/** @type {string} */ text) => {
    const [own, others] = [kept(text), kept(bundle[text] ?? '')];
    return own.length === others.length && own.every((each, index) => each === others[index]);
  };
  return {
    missing: [...wanted].filter((text) => !bundle[text]).sort(),
    leftOver: Object.keys(bundle).filter((text) => !wanted.has(text)),
    placeholders: [...wanted].filter((text) => bundle[text] && !isSame(text)),
  };
}

/** @param {string} language @param {BundleName} [name] @returns {Promise<Record<string, string>>} */
export async function readBundle(language, name) {
  return JSON.parse(await readFile(pathOf(language, name), 'utf8'));
}

/** @param {string} language @param {BundleName} [name] */
function pathOf(language, name = 'bundle.l10n') {
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

/** The messages that rules declare. @param {readonly string[]} files @returns {Promise<[string, string][]>} */
async function ruleMessages(files) {
  const rules = files.filter((file) => /^src\/core\/rules\/[^/]+\.ts$/.test(file));
  return (await Promise.all(rules.map(messagesIn))).flat();
}

/** @param {string} file @returns {Promise<[string, string][]>} */
async function messagesIn(file) {
  const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true);
  /** @type {[string, string][]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'messages') {
      ts.forEachChild(node.initializer, (message) => {
        if (ts.isPropertyAssignment(message) && ts.isStringLiteral(message.initializer)) {
          found.push([message.initializer.text, file]);
        }
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What records of tables are called, and what is said of columns of one's own. @returns {Promise<[string, string][]>} */
async function wordsOfFacts() {
  const files = await readdir('schemas', { recursive: true });
  /** @type {[string, string][]} */
  const found = [];
  for (const file of files.filter((name) => /^oneroster-[^/\\]+[/\\][^/\\]+\.json$/.test(name)).sort()) {
    const fact = JSON.parse(await readFile(join('schemas', file), 'utf8'));
    for (const text of [fact.record, fact.extensionColumns?.note]) {
      if (text !== undefined) found.push([text, `schemas/${file}`]);
    }
  }
  return found;
}

async function main() {
  const { texts, mistakes } = await allTexts();
  for (const mistake of mistakes) console.error(mistake);
  const pages = await pageTexts();
  for (const language of languages) {
    await tell(language, texts);
    await tell(language, pages, 'pages');
  }
}

/**
 * @param {string} language
 * @param {ReadonlyMap<string, string>} texts
 * @param {BundleName} [name]
 */
async function tell(language, texts, name) {
  const path = pathOf(language, name);
  if (process.argv.includes('--sort')) {
    const entries = Object.entries(await readBundle(language, name)).sort(([a], [b]) => (a < b ? -1 : 1));
    await writeFile(path, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  }
  const { missing, leftOver, placeholders: wrong } = await checkBundle(language, texts.keys(), name);
  console.log(`${path}: ${texts.size} texts, ${missing.length} missing, ${leftOver.length} left over`);
  for (const text of missing) console.log(`  ${JSON.stringify(text)}: "",`);
  for (const text of leftOver) console.log(`  left over: ${JSON.stringify(text)}`);
  for (const text of wrong) console.log(`  other placeholders: ${JSON.stringify(text)}`);
  if (missing.length + leftOver.length + wrong.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
