// schemas/meta/config.schema.<language>.json and the like: what VS Code says of settings, in other languages. package.nls.*.json names them.
import { readFile } from 'node:fs/promises';
import { generate as configSchema, path as configPath } from './config-schema.mjs';
import { inOtherWords, schemaPaths } from '../texts/schema-texts.mjs';

const languages = ['de', 'es'];

/** @returns {Promise<{ path: string, text: string }[]>} */
export async function generateAll() {
  const files = languages.map(async (language) => {
    const [short, own] = await Promise.all(['bundle.l10n', 'settings'].map((name) => texts(name, language)));
    const known = { ...short, ...own };
    return Promise.all(
      schemaPaths.map(async (path) => {
        const english = path === configPath ? await configSchema() : await readFile(path, 'utf8');
        const schema = inOtherWords(JSON.parse(english), (text) => known[text] ?? text);
        return {
          path: path.replace(/\.json$/, `.${language}.json`),
          text: `${JSON.stringify(schema, undefined, 2)}\n`,
        };
      }),
    );
  });
  return (await Promise.all(files)).flat();
}

/** @param {string} name @param {string} language @returns {Promise<Record<string, string>>} */
async function texts(name, language) {
  return JSON.parse(await readFile(`l10n/${name}.${language}.json`, 'utf8'));
}
