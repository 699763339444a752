import type { Severity } from '../../../core/spec/types';
import { counted } from '../../../core/text/counted';
import { escapeMarkup } from '../markup';

/** One bar: its parts stand one behind the other. */
export interface Bar {
  readonly label: string;
  /** Where a click leads. */
  readonly href: string;
  /** What a click filters by. */
  readonly filter?: { readonly name: 'rule' | 'file'; readonly value: string };
  readonly parts: readonly { readonly kind: Severity | 'unknown'; readonly places: number }[];
}

export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly bars: readonly Bar[];
  /** What has to be known to read it. */
  readonly note?: string | undefined;
}

const rowHeight = 40;
/** In per cent: a single place has to be seen beside 100,000. */
const leastWidth = 0.4;

/**
 * A chart of horizontal bars as inline SVG. Widths are per cent, so it fits any column while its text keeps its size; each
 * bar is a link whose name says what the bar shows.
 */
export function chartMarkup({ id, title, bars, note }: Chart): string {
  const longest = Math.max(...bars.map(placesOf), 1);
  const height = bars.length * rowHeight;
  const rows = bars.map((bar, index) => barMarkup(bar, index * rowHeight, longest)).join('');
  const caption = note === undefined ? '' : `<p class="note">${escapeMarkup(note)}</p>`;
  return (
    `<figure class="chart"><figcaption id="${id}">${escapeMarkup(title)}</figcaption>` +
    `<svg role="group" aria-labelledby="${id}" width="100%" height="${String(height)}">${rows}</svg>${caption}</figure>\n`
  );
}

export function placesOf(bar: Bar): number {
  return bar.parts.reduce((sum, { places }) => sum + places, 0);
}

function barMarkup(bar: Bar, top: number, longest: number): string {
  const { label, href, filter, parts } = bar;
  const places = placesOf(bar);
  let at = 0;
  const rects = parts.map(({ kind, places: own }) => {
    const width = Math.max((own / longest) * 100, leastWidth);
    const rect = `<rect class="bar ${kind}" x="${percent(at)}" y="${String(top + 22)}" width="${percent(width)}" height="10"/>`;
    at += width;
    return rect;
  });
  const data =
    filter === undefined ? '' : ` data-filter="${filter.name}" data-value="${escapeMarkup(filter.value)}"`;
  const name = escapeMarkup(`${label}: ${counted(places, 'place')}`);
  return (
    `<a href="${escapeMarkup(href)}" aria-label="${name}"${data}><title>${name}</title>` +
    `<rect class="row" x="0" y="${String(top)}" width="100%" height="${String(rowHeight)}"/>` +
    `<text x="0" y="${String(top + 16)}">${escapeMarkup(label)}</text>` +
    `<text class="number" x="100%" y="${String(top + 16)}">${places.toLocaleString('en-US')}</text>` +
    `<rect class="track" x="0" y="${String(top + 22)}" width="100%" height="10"/>${rects.join('')}</a>`
  );
}

function percent(share: number): string {
  return `${share.toFixed(2)}%`;
}
