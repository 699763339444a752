import { counted } from '../../../../core/text/counted';
import { byId, type PageElement } from '../../../../page/dom';
import { readData } from './page-document';
import { matchingRows, readFilter, type Filter } from './filter';
import { readGroups, type CauseGroup, type RuleGroup } from './groups';
import type { PageRow } from './page-data';
import { drawPlaces } from './places';

/** The problems on the page: what the filter lets through, and what of it has been drawn. */
export class ProblemList {
  readonly groups: readonly RuleGroup[] = readGroups();
  readonly #texts = readData('texts') as readonly string[];
  readonly #lowerTexts = this.#texts.map((text) => text.toLowerCase());
  readonly #matches = new Map<CauseGroup, readonly PageRow[]>();
  readonly #drawn = new Set<CauseGroup>();

  /** Draws the places of a cause, unless they are there. */
  draw(cause: CauseGroup, first?: number): void {
    if (this.#drawn.has(cause)) return;
    this.#drawn.add(cause);
    drawPlaces(cause.places, this.#matches.get(cause) ?? cause.rows, this.#texts, first);
  }

  /** Shows what the filter lets through, and says how much that is. */
  show(): void {
    const filter = readFilter();
    const counts = this.groups.map((group) => this.#showRule(group, filter));
    const shown = this.groups.filter((_, index) => (counts[index] ?? 0) > 0);
    const places = counts.reduce((sum, count) => sum + count, 0);
    const total = this.groups.reduce((sum, group) => sum + group.total, 0);
    byId('result').textContent = `${partOf(places, total)}, ${counted(shown.length, 'rule')}`;
    byId('clear').hidden = filter.isOff;
    const [only] = shown;
    if (!filter.isOff && shown.length === 1 && only !== undefined) only.element.open = true;
  }

  #showRule({ rule, element, causes, total }: RuleGroup, filter: Filter): number {
    const isMeant = filter.rule === '' || filter.rule === rule;
    const listed = isMeant ? causes.reduce((sum, cause) => sum + this.#showCause(cause, filter), 0) : 0;
    const places = isMeant && causes.every((cause) => isWhole(cause, filter)) ? total : listed;
    element.hidden = places === 0;
    showCount(element, places, total);
    return places;
  }

  #showCause(cause: CauseGroup, filter: Filter): number {
    const rows = matchingRows(cause, filter, this.#lowerTexts);
    const places = isWhole(cause, filter) ? cause.total : placesOf(rows);
    this.#matches.set(cause, rows);
    this.#drawn.delete(cause);
    cause.element.hidden = places === 0;
    showCount(cause.element, places, cause.total);
    if (cause.element.open) this.draw(cause);
    return places;
  }
}

/** Whether a filter lets a whole cause through, so that its places without a row count as well. */
function isWhole({ severity, words }: CauseGroup, { search, file, severities }: Filter): boolean {
  return severities.has(severity) && file === '' && words.includes(search);
}

function placesOf(rows: readonly PageRow[]): number {
  return rows.reduce((sum, row) => sum + row[6], 0);
}

function showCount(element: PageElement, places: number, total: number): void {
  const count = element.querySelector('.count');
  if (count !== null) count.textContent = partOf(places, total);
}

function partOf(places: number, total: number): string {
  return places === total
    ? counted(total, 'place')
    : `${places.toLocaleString('en-US')} of ${counted(total, 'place')}`;
}
