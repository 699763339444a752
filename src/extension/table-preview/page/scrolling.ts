/** A list of rows of one height in a part of the screen that may be far smaller. */
export interface Scrolled {
  readonly rows: number;
  readonly rowHeight: number;
  /** The height of what is seen of them. */
  readonly viewHeight: number;
}

/** Browsers draw nothing that is higher than some 17 million pixels: longer lists are scrolled in larger steps. */
const highest = 10_000_000;

/** The height of all rows, or as much of it as a browser can take. */
export function totalHeight({ rows, rowHeight }: Scrolled): number {
  return Math.min(rows * rowHeight, highest);
}

/** The row at the top of the view, with its part that is out of sight as a fraction. */
export function topRow(list: Scrolled, scrollTop: number): number {
  const { rows, rowHeight, viewHeight } = list;
  const lastTop = Math.max(rows - viewHeight / rowHeight, 0);
  const range = totalHeight(list) - viewHeight;
  if (range <= 0) return 0;
  return Math.min(Math.max(scrollTop / range, 0), 1) * lastTop;
}

/** How far to scroll so that a row stands at the top. */
export function scrollTopFor(list: Scrolled, row: number): number {
  const { rows, rowHeight, viewHeight } = list;
  const lastTop = Math.max(rows - viewHeight / rowHeight, 0);
  const range = totalHeight(list) - viewHeight;
  if (range <= 0 || lastTop === 0) return 0;
  return (Math.min(row, lastTop) / lastTop) * range;
}

/** Where a row is drawn, in pixels from the top of all, when the view is scrolled to some place. */
export function rowPlace(list: Scrolled, scrollTop: number, row: number): number {
  return scrollTop + (row - topRow(list, scrollTop)) * list.rowHeight;
}
