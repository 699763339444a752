/**
 * One problem as the page holds it: file, line (0 for the roster as a whole), column, record (0 where there is none), field,
 * value, number of places, message where it says more than its cause, and related places. Texts are numbers of the page's texts.
 */
export type PageRow = readonly [
  file: number,
  line: number,
  column: number,
  record: number,
  field: number,
  value: number,
  places: number,
  message: number,
  ...related: number[],
];
