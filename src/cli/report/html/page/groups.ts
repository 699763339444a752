import { page, type PageElement } from '../../../../page/dom';
import { readData } from './page-document';
import type { PageRow } from './page-data';

/** A rule on the page. */
export interface RuleGroup {
  readonly rule: string;
  readonly element: PageElement;
  /** How many places it has, listed or not. */
  readonly total: number;
  readonly causes: readonly CauseGroup[];
}

export interface CauseGroup {
  readonly element: PageElement;
  readonly places: PageElement;
  readonly severity: string;
  readonly total: number;
  /** What a search is looked for in, besides the rows: message and rule, in lower case. */
  readonly words: string;
  readonly rows: readonly PageRow[];
}

export function readGroups(): readonly RuleGroup[] {
  return [...page.querySelectorAll('details.rule')].map((element) => {
    const rule = element.dataset['rule'] ?? '';
    const title = element.querySelector('.title')?.textContent ?? '';
    const rows = readData(`rows-${rule}`) as readonly (readonly PageRow[])[];
    const causes = [...element.querySelectorAll('details.cause')].map((cause, index) => ({
      element: cause,
      places: cause.querySelector('.places') ?? cause,
      severity: cause.dataset['severity'] ?? '',
      total: Number(cause.dataset['total']),
      words: `${rule} ${title} ${cause.querySelector('.what')?.textContent ?? ''}`.toLowerCase(),
      rows: rows[index] ?? [],
    }));
    return { rule, element, total: Number(element.dataset['total']), causes };
  });
}
