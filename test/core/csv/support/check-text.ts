import type { CsvScan } from '../../../../src/core/csv/csv-scan';
import { scanCsv } from '../../../../src/core/csv/scan-csv';
import { allAtOnce } from '../../../../src/core/steps';
import { checkIndex } from './check-index';
import { bytesOf, checkEqual, checkScan, scannerOf } from './check-scan';
import { checkBroken } from './check-values';
import { readText } from './reading';
import { wholePiece, type PairSample } from './texts';

/** Holds all that is said of a text, which may be broken, against the rules, csv-parse, and a map of strings. */
export function checkText(text: string, pieceSize = wholePiece): CsvScan {
  const reading = readText(text);
  const scan = checkScan(reading, bytesOf(text), pieceSize);
  checkBroken(reading);
  checkIndex(reading, scan, pieceSize);
  return scan;
}

/** Scans two texts in turns. Of each is said what is said of it alone. */
export function checkPair({ texts, pieceSize, turns }: PairSample): void {
  const [one, other] = [bytesOf(texts[0]), bytesOf(texts[1])];
  const scanner = scannerOf(pieceSize);
  const [left, right] = [scanner.steps(one), scanner.steps(other)];
  let [ofOne, ofOther]: (CsvScan | undefined)[] = [];
  for (const isFirst of turns) {
    if (isFirst) ofOne ??= valueOf(left.next());
    else ofOther ??= valueOf(right.next());
  }
  checkEqual(ofOne ?? allAtOnce(left), scanCsv(one), 'the first text');
  checkEqual(ofOther ?? allAtOnce(right), scanCsv(other), 'the second text');
}

function valueOf(step: IteratorResult<undefined, CsvScan>): CsvScan | undefined {
  return step.done === true ? step.value : undefined;
}
