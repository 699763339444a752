// The prepared corrections of the sample district: examples/sample-district.corrections.json, and how they are applied.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeField, encodeField, findRecords } from './csv.mjs';

/**
 * @typedef {object} Correction
 * @property {string} rule the rule that finds what is corrected
 * @property {string} file
 * @property {number} record counted as a spreadsheet does: the header is record 1
 * @property {string | null} field a column's name, or null where the record as a whole is corrected
 * @property {string} from what stands there: the field's value, or the text of the whole record
 * @property {string | null} to what belongs there; null removes the record
 * @property {string} why
 */

/**
 * @param {string | URL} path
 * @returns {Promise<readonly Correction[]>}
 */
export async function readCorrections(path) {
  /** @type {{ corrections: readonly Correction[] }} */
  const { corrections } = JSON.parse(await readFile(path, 'utf8'));
  return corrections;
}

/**
 * Applies corrections to a roster folder. All or nothing: where one
 * of them does not find what it expects, nothing is written and an error says which.
 * @param {string} folder
 * @param {readonly Correction[]} corrections
 * @returns {Promise<void>}
 */
export async function applyCorrections(folder, corrections) {
  const files = [...new Set(corrections.map(({ file }) => file))];
  const corrected = [];
  // One after the other, so that the same mistake always gives the same error.
  for (const file of files) {
    const ofFile = corrections.filter((correction) => correction.file === file);
    corrected.push({ file, text: correctText(await readFile(join(folder, file), 'utf8'), ofFile) });
  }
  for (const { file, text } of corrected) await writeFile(join(folder, file), text);
}

/**
 * Applies corrections to the text of the one file they belong to. Every byte that they do not name stays as it is.
 * @param {string} text
 * @param {readonly Correction[]} corrections record numbers are those of the text as given
 * @returns {string}
 */
export function correctText(text, corrections) {
  const records = findRecords(text);
  const edits = corrections.map((correction) => findEdit(text, records, correction));
  // From the end, so that an edit moves no place that is still to come.
  edits.sort((left, right) => right.start - left.start);
  return edits.reduce(
    (result, { start, end, replacement }) => result.slice(0, start) + replacement + result.slice(end),
    text,
  );
}

/**
 * @param {string} text
 * @param {readonly import('./csv.mjs').CsvRecord[]} records
 * @param {Correction} correction
 */
function findEdit(text, records, correction) {
  const { record: number, field, from, to } = correction;
  const record = records[number - 1];
  if (record === undefined) throw refusal(correction, 'there is no such record');
  if (field === null) {
    const found = text.slice(record.start, record.end);
    if (found !== from) throw refusal(correction, `it holds ${JSON.stringify(found)}`);
    return { start: record.start, end: to === null ? record.next : record.end, replacement: to ?? '' };
  }
  if (to === null) throw refusal(correction, 'only a whole record can be removed');
  const column = (records[0]?.fields ?? []).findIndex((place) => decodeField(text, place) === field);
  const place = record.fields[column];
  if (place === undefined) throw refusal(correction, 'there is no such field');
  const found = decodeField(text, place);
  if (found !== from) throw refusal(correction, `it holds ${JSON.stringify(found)}`);
  const wasQuoted = text[place.start] === '"';
  return { ...place, replacement: wasQuoted ? `"${to.replaceAll('"', '""')}"` : encodeField(to) };
}

/**
 * @param {Correction} correction
 * @param {string} found
 */
function refusal({ file, record, field, from }, found) {
  const place = `${file}, record ${String(record)}${field === null ? '' : `, ${field}`}`;
  return new Error(
    `The correction of ${place} expects ${JSON.stringify(from)}, but ${found}. Nothing was changed.`,
  );
}
