// Finds, and exchanges, the texts in the JSON Schemas by which VS Code explains our own files.
import { readFile } from 'node:fs/promises';

/** The English schemas. Those in other languages stand beside them, as `config.schema.de.json`. */
export const schemaPaths = ['schemas/meta/config.schema.json', 'schemas/meta/baseline.schema.json'];

/** @returns {Promise<Map<string, string>>} what VS Code says of settings, with the schema that it stands in */
export async function schemaTexts() {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const path of schemaPaths) {
    inOtherWords(JSON.parse(await readFile(path, 'utf8')), (text) => {
      found.set(text, path);
      return text;
    });
  }
  return found;
}

/**
 * @param {unknown} schema
 * @param {(text: string) => string} say
 * @returns {unknown} the schema with what is said of its parts in other words
 */
export function inOtherWords(schema, say) {
  if (Array.isArray(schema)) return schema.map((each) => inOtherWords(each, say));
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => {
    if ((key === 'title' || key === 'description') && typeof value === 'string') return [key, say(value)];
    if (key === 'enumDescriptions') return [key, value.map(say)];
    return [key, inOtherWords(value, say)];
  });
  return Object.fromEntries(entries);
}
