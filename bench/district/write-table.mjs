// Writes a table as CSV: the columns that the specification has, in its order.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { encodeField, lineEnd } from '../../scripts/sample-district/csv.mjs';

const chunkLength = 1 << 20;

/**
 * @typedef {{ file: string, columns: { name: string }[],
 *   rows?: { property: string, table?: string, values?: { value: string }[] }[] }} TableFacts
 * @param {string} table
 * @returns {TableFacts}
 */
function readFacts(table) {
  return JSON.parse(
    readFileSync(new URL(`../../schemas/oneroster-1.1/${table}.json`, import.meta.url), 'utf8'),
  );
}

/**
 * @param {string} folder
 * @param {string} table
 * @param {Iterable<import('./tables.mjs').Row>} rows
 */
export function writeTable(folder, table, rows) {
  const facts = readFacts(table);
  const columns = facts.columns.map(({ name }) => name);
  const file = openSync(join(folder, facts.file), 'w');
  try {
    let text = columns.join(',') + lineEnd;
    for (const row of rows) {
      text += columns.map((column) => encodeField(row[column] ?? '')).join(',') + lineEnd;
      if (text.length < chunkLength) continue;
      writeAll(file, text);
      text = '';
    }
    writeAll(file, text);
  } finally {
    closeSync(file);
  }
}

/** @param {number} file @param {string} text */
function writeAll(file, text) {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) bytes = bytes.subarray(writeSync(file, bytes));
}

/**
 * The properties of a manifest that sends the tables in bulk and no others.
 * @param {readonly string[]} tables
 * @returns {import('./tables.mjs').Row[]}
 */
export function manifestRows(tables) {
  return (readFacts('manifest').rows ?? []).map(({ property, table, values }) => {
    const mode = table !== undefined && tables.includes(table) ? 'bulk' : 'absent';
    const value = table === undefined ? (values?.[0]?.value ?? 'oneroster-bench') : mode;
    return { propertyName: property, value };
  });
}
