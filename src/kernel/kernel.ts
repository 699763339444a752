// What the compiled loop offers to core/csv/kernel.ts.
export { columnRuns, countsAt, endsAt, inputAt, makeInput, runCountsAt, runsAt, startsAt } from './memory';
export {
  crlfCount,
  fieldCount,
  hasLineBreaks,
  lfCount,
  next,
  oddCount,
  readRecords,
} from './records';
export { hasControlCharacters, hasNonAscii } from './fields';
export { addRuns, makeTable } from './values';
