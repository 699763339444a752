// The script of the HTML report: filters, and draws places when they are looked at.
import { byId, page, pageWindow } from '../../../../page/dom';
import { pageLocation } from './page-document';
import { clearFilter } from './filter';
import type { RuleGroup } from './groups';
import { ProblemList } from './problem-list';

const printedRows = 25;

function start(): void {
  const list = new ProblemList();
  for (const group of list.groups) drawWhenOpened(group, list);
  connectFilter(list);
  connectBars(list);
  connectPrinting(list);
  list.show();
  byId('filter').hidden = false;
  const meant = list.groups.find(({ rule }) => pageLocation.hash === `#rule-${rule}`);
  if (meant !== undefined) meant.element.open = true;
}

function drawWhenOpened({ element, causes }: RuleGroup, list: ProblemList): void {
  element.addEventListener('toggle', () => {
    const first = causes.find((cause) => !cause.element.hidden);
    if (element.open && first !== undefined) first.element.open = true;
  });
  for (const cause of causes) {
    cause.element.addEventListener('toggle', () => {
      if (cause.element.open) list.draw(cause);
    });
  }
}

function connectFilter(list: ProblemList): void {
  const show = () => {
    list.show();
  };
  for (const id of ['search', 'file', 'rule']) byId(id).addEventListener('input', show);
  for (const box of page.querySelectorAll('input[name="severity"]')) box.addEventListener('change', show);
  byId('clear').addEventListener('click', () => {
    clearFilter();
    show();
  });
}

/** A click on a bar of a chart filters by what the bar stands for. */
function connectBars(list: ProblemList): void {
  for (const bar of page.querySelectorAll('svg a[data-filter]')) {
    bar.addEventListener('click', (event) => {
      event.preventDefault();
      clearFilter();
      byId(bar.dataset['filter'] ?? '').value = bar.dataset['value'] ?? '';
      list.show();
      byId('filter').scrollIntoView();
    });
  }
}

/** On paper everything that the filter lets through is open, each cause with its first places. */
function connectPrinting(list: ProblemList): void {
  const opened = new Set<{ open: boolean }>();
  pageWindow.addEventListener('beforeprint', () => {
    for (const { element, causes } of list.groups) {
      for (const cause of causes) list.draw(cause, printedRows);
      for (const details of [element, ...causes.map((cause) => cause.element)]) {
        if (details.open) continue;
        details.open = true;
        opened.add(details);
      }
    }
  });
  pageWindow.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    opened.clear();
  });
}

// A roster without problems has nothing to filter.
if (page.getElementById('filter') !== null) start();
