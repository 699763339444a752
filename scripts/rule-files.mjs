// Files that are named after rules.
import { readdir } from 'node:fs/promises';

/**
 * The ids of rules that files directly in a folder have as their names.
 * @param {string} folder
 */
export async function idsIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(entry.name))
    .map((entry) => entry.name.slice(0, -'.ts'.length))
    .sort();
}

/** @param {string} id */
export function camelCase(id) {
  return id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
