// Finds the texts that stand in the facts of schemas/ and that people see.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @typedef {[text: string, file: string]} FactText
 * @typedef {Partial<Record<'description' | 'note' | 'text', string>>} Described
 * @typedef {Described & { values?: Described[], deprecatedValues?: Described[], vocabulary?: { values?: Described[] } }} DescribedColumn
 */

/**
 * Names of consumers, what is said of how well something is known, and what only the command line and the documentation show are none
 * of them.
 * @returns {Promise<{ editor: FactText[], server: FactText[] }>} what the editor's side says itself, and what the server alone says
 */
export async function factTexts() {
  /** @type {{ editor: FactText[], server: FactText[] }} */
  const found = { editor: [], server: [] };
  const files = (await readdir('schemas', { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  for (const file of files.sort()) {
    const path = join('schemas', file).replaceAll('\\', '/');
    const take = /^oneroster-[^/]+\/[^/]+\.json$/.test(file)
      ? textsOfTable
      : /^profiles\/[^/]+\.json$/.test(file)
        ? textsOfProfile
        : undefined;
    if (take === undefined) continue;
    const { editor, server } = take(JSON.parse(await readFile(path, 'utf8')));
    for (const text of editor) if (text !== undefined) found.editor.push([text, path]);
    for (const text of server) if (text !== undefined) found.server.push([text, path]);
  }
  return found;
}

/** @typedef {{ editor: (string | undefined)[], server: (string | undefined)[] }} Taken */

/**
 * Of a table, or of what holds for a version as a whole.
 * @param {Described & { record?: string, extensionColumns?: Described, columns?: DescribedColumn[],
 *   rows?: DescribedColumn[], variants?: { additional: DescribedColumn[] }[] }} fact
 * @returns {Taken}
 */
function textsOfTable({ record, description, extensionColumns, columns = [], rows = [], variants = [] }) {
  const all = [...columns, ...rows, ...variants.flatMap(({ additional }) => additional)];
  return {
    editor: [record],
    server: [description, extensionColumns?.note, ...all.flatMap(textsOfColumn)],
  };
}

/** @param {DescribedColumn} column */
function textsOfColumn({ description, note, values = [], deprecatedValues = [], vocabulary }) {
  const meanings = [...values, ...deprecatedValues, ...(vocabulary?.values ?? [])];
  return [description, note, ...meanings.map((value) => value.description)];
}

/**
 * @param {Described & { id: string, title: string, sync?: Described, preview?: { known: Described[], assumed: string[] } }} profile
 * @returns {Taken}
 */
function textsOfProfile({ id, title, description, sync, preview }) {
  return {
    // The others are called after a consumer.
    editor: [...(id === 'standard' ? [title] : []), description, sync?.text],
    server: [...(preview?.known ?? []).map(({ text }) => text), ...(preview?.assumed ?? [])],
  };
}
