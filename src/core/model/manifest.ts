import { fieldText, isBlankRecord } from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';

/** A record of manifest.csv. */
export interface ManifestRow {
  readonly property: string;
  readonly value: string;
  /** The record's number, the header being 0. */
  readonly record: number;
}

/** The rows of a manifest by place: the property in the first field, its value in the second. Blanks round them are left out. */
export function readManifest(scan: CsvScan): readonly ManifestRow[] {
  const rows: ManifestRow[] = [];
  for (let record = 0; record < scan.recordCount; record++) {
    if (isBlankRecord(scan, record)) continue;
    const property = fieldText(scan, record, 0).trim();
    if (record === 0 && !isProperty(property)) continue;
    rows.push({ property, value: fieldText(scan, record, 1).trim(), record });
  }
  return rows;
}

/** A manifest without its header begins with a property right away, misspelt perhaps; column names have no dot. */
function isProperty(text: string): boolean {
  return /^\w+\.\w/.test(text);
}
