// What the scanner reads, against what csv-parse reads.
import assert from 'node:assert/strict';
import { parse, type Options } from 'csv-parse/sync';
import type { CsvScan } from '../../../../src/core/csv/csv-scan';
import { fieldCount, fieldText } from '../../../../src/core/csv/field';
import { contentOf, type Reading, type ReadField, type ReadRecord } from './reading';
import type { LegalSample } from './texts';

/** Nothing is noted about a legal text, and its values are those that it was written from, as csv-parse reads them, too. */
export function checkLegal(scan: CsvScan, { text, rows }: LegalSample): void {
  assert.equal(scan.malformedFields.size + scan.bareCarriageReturns.length, 0);
  const values = Array.from({ length: scan.recordCount }, (_, record) =>
    Array.from({ length: fieldCount(scan, record) }, (__, column) => fieldText(scan, record, column)),
  );
  const bytes = Buffer.from(text, 'latin1');
  const expected: string[][] = parse(bytes, { ...optionsFor(text), bom: true, relax_quotes: false });
  assert.deepEqual(values, expected);
  assert.deepEqual(values, rows);
}

/**
 * What csv-parse makes of a broken text, with `relax_quotes` and `relax_column_count`, is what the rules make of it (that the
 * scanner keeps to them is another check); only
 *
 * - a record that holds an unclosed quote is left out. csv-parse refuses the whole file, or reads the quoted text on over
 *   line ends and keeps what follows its closing quote; the scanner ends the field at its line's end. So csv-parse is given
 *   the stretches between such records, one by one: from the record after it on, the scanner has to be back in step;
 * - a record with a quote before a NUL is left out likewise: csv-parse takes that for the file's end;
 * - where text follows a closing quote, csv-parse undoubles the quotes before it, and the scanner lets them stand.
 */
export function checkBroken(reading: Reading): void {
  const { text, records } = reading;
  const options = { ...optionsFor(text), encoding: 'latin1' } satisfies Options;
  const stretches = stretchesOf(reading);
  // In texts that have more of them they are the same again and again.
  const some = stretches.length > 500 ? [...stretches.slice(0, 250), ...stretches.slice(-250)] : stretches;
  for (const { from, to } of some) {
    const bytes = text.slice(records[from]?.start, records[to]?.start ?? text.length);
    const read: string[][] = parse(Buffer.from(bytes, 'latin1'), options);
    assert.deepEqual(
      records.slice(from, to).map(({ fields }) => fields.map((field) => relaxedValue(text, field))),
      read,
      'csv-parse',
    );
  }
}

/** The longest runs of records of which none is left out: the first one, and the one after the last. */
function stretchesOf({ text, records, notes }: Reading): { from: number; to: number }[] {
  const unclosed = new Set(notes.unclosedQuotes);
  const stretches: { from: number; to: number }[] = [];
  let from = 0;
  for (let to = 0; to <= records.length; to++) {
    const record = records[to];
    if (record !== undefined && !isLeftOut(text, record, unclosed)) continue;
    if (to > from) stretches.push({ from, to });
    from = to + 1;
  }
  return stretches;
}

function isLeftOut(text: string, { fields }: ReadRecord, unclosed: ReadonlySet<number>): boolean {
  return fields.some(({ start, end }) => unclosed.has(start) || text.slice(start, end).includes('"\0'));
}

function relaxedValue(text: string, field: ReadField): string {
  const value = contentOf(text, field);
  if (field.isQuoted) return value.replaceAll('""', '"');
  return value.replace(
    /^"([^"]*(?:""[^"]*)*)(?=")/,
    (_, quoted: string) => `"${quoted.replaceAll('""', '"')}`,
  );
}

/** Carriage returns end records where there are no line feeds. */
function optionsFor(text: string) {
  const withLineFeeds = text.includes('\n');
  return {
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: withLineFeeds ? ['\r\n', '\n'] : ['\r'],
  } satisfies Options;
}
