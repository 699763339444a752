import type { CsvScan } from '../../../../src/core/csv/csv-scan';
import { checkIndex } from './check-index';
import { bytesOf, checkScan } from './check-scan';
import { checkBroken } from './check-values';
import { readText } from './reading';
import { wholePiece } from './texts';

/** Holds all that is said of a text, which may be broken, against the rules, csv-parse, and a map of strings. */
export function checkText(text: string, pieceSize = wholePiece): CsvScan {
  const reading = readText(text);
  const scan = checkScan(reading, bytesOf(text), pieceSize);
  checkBroken(reading);
  checkIndex(reading, scan, pieceSize);
  return scan;
}
