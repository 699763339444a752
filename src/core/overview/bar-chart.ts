/** One bar: its parts stand one behind the other. */
export interface ChartBar {
  readonly label: string;
  readonly parts: readonly { readonly kind: string; readonly count: number }[];
}

export interface Chart {
  readonly number: (count: number) => string;
  readonly title: string;
  readonly bars: readonly ChartBar[];
  /** What has to be known to read it. */
  readonly note?: string | undefined;
  /** Whether it takes the whole width; false where it is left out. */
  readonly isWide?: boolean;
}

const rowHeight = 40;
/** In per cent: a single one has to be seen beside 100,000. */
const leastWidth = 0.4;

/** A picture of horizontal bars as inline SVG: widths are per cent, so that it fits any page while its text keeps its size. */
export function barChart({ title, bars, note, number, isWide = false }: Chart): string {
  if (bars.length === 0) return '';
  const longest = Math.max(...bars.map(countOf), 1);
  const rows = bars.map((bar, index) => barRow(bar, index * rowHeight, { longest, number })).join('');
  const said = bars.map((bar) => `${bar.label} ${number(countOf(bar))}`).join(', ');
  return (
    `<figure${isWide ? ' class="wide"' : ''}><figcaption>${escapeHtml(title)}</figcaption>` +
    `<svg role="img" aria-label="${escapeHtml(`${title}: ${said}`)}" width="100%" height="${String(bars.length * rowHeight)}">${rows}</svg>` +
    `${note === undefined ? '' : `<p class="note">${escapeHtml(note)}</p>`}</figure>\n`
  );
}

function barRow(
  bar: ChartBar,
  top: number,
  { longest, number }: { readonly longest: number; readonly number: Chart['number'] },
): string {
  let at = 0;
  const rects = bar.parts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => {
      const width = Math.max((count / longest) * 100, leastWidth);
      const rect = `<rect class="${kind}" x="${percent(at)}" y="${String(top + 22)}" width="${percent(width)}" height="10"/>`;
      at += width;
      return rect;
    });
  return (
    `<text x="0" y="${String(top + 16)}">${escapeHtml(bar.label)}</text>` +
    `<text class="number" x="100%" y="${String(top + 16)}">${number(countOf(bar))}</text>` +
    `<rect class="track" x="0" y="${String(top + 22)}" width="100%" height="10"/>${rects.join('')}`
  );
}

function countOf({ parts }: ChartBar): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

function percent(share: number): string {
  return `${share.toFixed(2)}%`;
}

/** Text that can stand in an element or an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
