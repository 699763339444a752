import { cleanDistrict } from './clean-district.mjs';
import { encodeRecord, lineEnd } from './csv.mjs';
import { defects } from './defects.mjs';

/**
 * @typedef {import('./corrections.mjs').Correction} Correction
 * @typedef {import('./tables.mjs').SampleTable} SampleTable
 * @typedef {import('./tables.mjs').Row} Row
 * @typedef {{ row: Row, lines: PlantedLine[] }} Place a record of the clean district, and what stands for it
 * @typedef {{ text: string, correction: Omit<Correction, 'record'> | undefined }} PlantedLine
 */

/**
 * The clean district as the text of its files, by name.
 * @param {number} [scale]
 * @returns {ReadonlyMap<string, string>}
 */
export function cleanFiles(scale) {
  return new Map(
    cleanDistrict(scale).map(({ file, columns, rows }) => {
      const lines = rows.map((row) => recordText(columns, row));
      return [file, fileText(columns, lines)];
    }),
  );
}

/**
 * The district with its defects, and the corrections that lead back to the clean one.
 * @returns {{ files: ReadonlyMap<string, string>, corrections: readonly Correction[] }}
 */
export function plantedDistrict() {
  const files = new Map();
  /** @type {Correction[]} */
  const corrections = [];
  for (const table of cleanDistrict()) {
    const lines = plant(table).flatMap((place) => place.lines);
    files.set(
      table.file,
      fileText(
        table.columns,
        lines.map(({ text }) => text),
      ),
    );
    for (const [index, { correction }] of lines.entries()) {
      // The header is record 1.
      if (correction !== undefined) corrections.push(numbered(correction, index + 2));
    }
  }
  return { files, corrections };
}

/**
 * @param {Omit<Correction, 'record'>} correction
 * @param {number} record
 * @returns {Correction}
 */
function numbered({ rule, file, ...rest }, record) {
  return { rule, file, record, ...rest };
}

/** @param {SampleTable} table */
function plant({ file, columns, rows }) {
  /** @type {Place[]} */
  const places = rows.map((row) => ({
    row,
    lines: [{ text: recordText(columns, row), correction: undefined }],
  }));
  for (const defect of defects) {
    if (defect.file !== file) continue;
    const skip = defect.skip ?? 0;
    const count = defect.kind === 'field' ? (defect.places ?? 1) : 1;
    const chosen = places.filter(({ row }) => defect.in(row)).slice(skip, skip + count);
    if (chosen.length < count) throw new Error(`there is no place for ${defect.rule} in ${file}`);
    for (const place of chosen) {
      if (place.lines.some(({ correction }) => correction !== undefined) || place.lines.length > 1) {
        throw new Error(`${defect.rule} would stand in one record with another defect of ${file}`);
      }
      place.lines =
        defect.kind === 'field'
          ? spoilField(defect, columns, place.row)
          : spoilRecord(defect, columns, place.row);
    }
  }
  return places;
}

/**
 * @param {import('./defects.mjs').FieldDefect} defect
 * @param {readonly string[]} columns
 * @param {Row} row
 * @returns {PlantedLine[]}
 */
function spoilField({ rule, file, field, spoil, why }, columns, row) {
  const to = row[field] ?? '';
  const from = spoil(to);
  return [
    {
      text: recordText(columns, { ...row, [field]: from }),
      correction: { rule, file, field, from, to, why },
    },
  ];
}

/**
 * @param {import('./defects.mjs').RecordDefect} defect
 * @param {readonly string[]} columns
 * @param {Row} row
 * @returns {PlantedLine[]}
 */
function spoilRecord({ rule, file, spoil, why }, columns, row) {
  const right = recordText(columns, row);
  const lines = spoil(right);
  return lines.map((text, index) => {
    if (lines.length > 1 && index === 0) return { text, correction: undefined };
    return { text, correction: { rule, file, field: null, from: text, to: index === 0 ? right : null, why } };
  });
}

/**
 * @param {readonly string[]} columns
 * @param {Row} row
 */
function recordText(columns, row) {
  return encodeRecord(columns.map((column) => row[column] ?? ''));
}

/**
 * @param {readonly string[]} columns
 * @param {readonly string[]} lines
 */
function fileText(columns, lines) {
  return [encodeRecord(columns), ...lines, ''].join(lineEnd);
}
