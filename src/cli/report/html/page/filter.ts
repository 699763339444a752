import { byId, page } from '../../../../page/dom';
import type { CauseGroup } from './groups';
import type { PageRow } from './page-data';

/** What the list is narrowed to. */
export interface Filter {
  readonly search: string;
  readonly file: string;
  readonly rule: string;
  readonly severities: ReadonlySet<string>;
  /** Whether it lets everything through. */
  readonly isOff: boolean;
}

export function readFilter(): Filter {
  const boxes = [...page.querySelectorAll('input[name="severity"]')];
  const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const search = byId('search').value.trim().toLowerCase();
  const file = byId('file').value;
  const rule = byId('rule').value;
  const isOff = search === '' && file === '' && rule === '' && severities.size === boxes.length;
  return { search, file, rule, severities, isOff };
}

export function clearFilter(): void {
  for (const id of ['search', 'file', 'rule']) byId(id).value = '';
  for (const box of page.querySelectorAll('input[name="severity"]')) box.checked = true;
}

/** The rows of a cause that a filter lets through. `texts` are the page's, in lower case. */
export function matchingRows(
  { severity, words, rows }: CauseGroup,
  filter: Filter,
  texts: readonly string[],
): readonly PageRow[] {
  if (!filter.severities.has(severity)) return [];
  const search = words.includes(filter.search) ? '' : filter.search;
  const file = filter.file.toLowerCase();
  if (search === '' && file === '') return rows;
  return rows.filter((row) => {
    const [fileText, line, , , field, value, , message] = row;
    if (file !== '' && texts[fileText] !== file) return false;
    if (search === '') return true;
    const hasText = [fileText, field, value, message].some((text) => texts[text]?.includes(search));
    return hasText || `${texts[fileText] ?? ''}:${String(line)}`.includes(search);
  });
}
