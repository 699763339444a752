import type { CsvScan, FieldPlaces } from './csv-scan';
import { KernelMaker, usualPiece } from './kernel';
import { LazyFields } from './lazy-fields';
import { ScanRun, type ScanFindings } from './scan-run';
import { allAtOnce } from '../steps';

/** From so many bytes on it pays to make a kernel for one file. */
const large = 100_000;

/** A scan with the places of its fields, which are found when they are asked for. */
export function csvScanOf(findings: ScanFindings): CsvScan {
  const { bytes } = findings;
  const fields: FieldPlaces = new LazyFields({ ...findings, readAll: () => readEnds(bytes) });
  return {
    ...findings,
    get firstFields() {
      return fields.firstFields;
    },
    get fieldEnds() {
      return fields.fieldEnds;
    },
    countOf: fields.countOf,
    endsOf: fields.endsOf,
    endOf: fields.endOf,
  };
}

/** Reads a file once more, for the sake of its fields. */
function readEnds(bytes: Uint8Array): Uint32Array {
  const kernel = bytes.length < large ? undefined : new KernelMaker().make(usualPiece);
  const run = new ScanRun(bytes, { kernel, keepsEnds: true });
  allAtOnce(run.scan());
  return run.fieldEnds;
}
