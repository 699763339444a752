import { indexLines, lineIndex, type LineIndex } from '../text/line-index';
import type { CsvScan } from './csv-scan';

/** The lines of a scanned file. Where no record spans several, its records are its lines, and nothing has to be searched. */
export function linesOf({ bytes, recordStarts, hasLineBreaks, bareCarriageReturns }: CsvScan): LineIndex {
  const areRecords = !hasLineBreaks && bareCarriageReturns.length === 0;
  return areRecords ? lineIndex(bytes, recordStarts) : indexLines(bytes);
}
