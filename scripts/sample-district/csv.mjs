// Writes CSV as a typical SIS exports it (CRLF, quotes only where they are needed) and finds records and fields in it again.

export const lineEnd = '\r\n';

/** @param {string} value */
export function encodeField(value) {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** @param {readonly string[]} values */
export function encodeRecord(values) {
  return values.map(encodeField).join(',');
}

/** @typedef {{ start: number, end: number, next: number, fields: { start: number, end: number }[] }} CsvRecord */

/**
 * Where each record and each field stands. `end` leaves the line end out, `next` is behind it.
 * @param {string} text
 * @returns {CsvRecord[]}
 */
export function findRecords(text) {
  /** @type {CsvRecord[]} */
  const records = [];
  let start = 0;
  let fieldStart = 0;
  let quoted = false;
  /** @type {CsvRecord['fields']} */
  let fields = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === ',') {
      fields.push({ start: fieldStart, end: at });
      fieldStart = at + 1;
    }
    if (character !== '\n') continue;
    const end = text[at - 1] === '\r' ? at - 1 : at;
    records.push({ start, end, next: at + 1, fields: [...fields, { start: fieldStart, end }] });
    start = fieldStart = at + 1;
    fields = [];
  }
  if (start === text.length) return records;
  return [
    ...records,
    {
      start,
      end: text.length,
      next: text.length,
      fields: [...fields, { start: fieldStart, end: text.length }],
    },
  ];
}

/**
 * The value of a field as it stands in the text.
 * @param {string} text
 * @param {{ start: number, end: number }} field
 */
export function decodeField(text, { start, end }) {
  const raw = text.slice(start, end);
  return raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
}
