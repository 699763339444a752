// The script of a comparison's page: draws what the extension sends, and asks for records when somebody looks.
import type { ComparisonSummary, EntryKind } from '../../../core/protocol';
import type { FromPage, ToPage } from '../page-messages';
import { button, host } from './host';
import { byId, make, pageWindow, type PageElement } from '../../../page/dom';
import { FileSection } from './file-section';
import { recordsIntroduction, reviewCounts, reviewHeader } from './review-part';
import { kindCount, kindsInOrder } from './words';
import { say } from '../../../page/say';

/** With fewer changes than these all of them are unfolded at once. */
const fewChanges = 60;

function tell(message: FromPage): void {
  host.postMessage(message);
}

class Page {
  #sections = new Map<string, FileSection>();

  hear(message: ToPage): void {
    if (message.type === 'comparison') this.#draw(message);
    else if (message.type === 'entries') this.#sections.get(message.file)?.add(message.kind, message.entries);
    else this.#fail(message.text);
  }

  #draw({ before, after, summary, review }: ToPage & { readonly type: 'comparison' }): void {
    const page = byId('page');
    page.setAttribute('aria-busy', 'false');
    const changed = summary.files.filter((file) => !isUnchanged(file));
    const heading = review === undefined ? 'h2' : 'h3';
    this.#sections = new Map(changed.map((file) => [file.file, new FileSection(file, heading, tell)]));
    const total = kindsInOrder.reduce((sum, kind) => sum + summary.totals[kind], 0);
    const again = button('again', review === undefined ? say('Compare Again') : say('Review Again'), () => {
      byId('news').textContent = say('Comparing…');
      tell({ type: 'again' });
    });
    page.replaceChildren(
      ...(review === undefined
        ? [comparisonHeader(before, after, summary, again)]
        : [
            reviewHeader(review, before, again),
            ...reviewCounts(review),
            ...recordsIntroduction(review, summary),
          ]),
      // Of a first delivery all records are new: that is said, and nobody wants to read it record by record.
      ...(review?.isFirst === true ? [] : [...this.#sections.values()].map(({ element }) => element)),
      ...unchanged(summary),
    );
    byId('news').textContent = '';
    if (total <= fewChanges) for (const section of this.#sections.values()) section.unfold();
  }

  #fail(text: string): void {
    byId('news').textContent = text;
    for (const section of this.#sections.values()) section.giveUp();
  }
}

function comparisonHeader(
  before: string,
  after: string,
  summary: ComparisonSummary,
  again: PageElement,
): PageElement {
  const title = make('h1', '', say('Compare Rosters'));
  return make('header', '', title, rosters(before, after, summary), verdict(summary), again);
}

function rosters(before: string, after: string, summary: ComparisonSummary): PageElement {
  const row = (word: string, name: string, version: string) => [
    make('dt', '', word),
    make('dd', '', make('strong', '', name), ` OneRoster ${version}`),
  ];
  return make(
    'dl',
    'rosters',
    ...row(say('Before'), before, summary.before.version),
    ...row(say('After'), after, summary.after.version),
  );
}

function verdict({ isSame, totals, files }: ComparisonSummary): PageElement {
  if (isSame) return make('p', 'verdict', say('The rosters hold the same.'));
  const words = kindsInOrder
    .filter((kind: EntryKind) => totals[kind] > 0)
    .map((kind) => make('span', `count ${kind}`, kindCount(kind, totals[kind])));
  const changed = files.filter((file) => !isUnchanged(file)).length;
  return make(
    'p',
    'verdict',
    ...words,
    make(
      'span',
      'files',
      changed === 1
        ? say('in {count} file', { count: changed })
        : say('in {count} files', { count: changed }),
    ),
  );
}

/** As `isUnchanged` of the core, which the page does without. */
function isUnchanged(file: ComparisonSummary['files'][number]): boolean {
  if (file.presence !== 'both') return false;
  if (file.isIdentical !== undefined) return file.isIdentical;
  return file.columns.length === 0 && kindsInOrder.every((kind) => file[kind] === 0);
}

function unchanged({ files, isSame }: ComparisonSummary): readonly PageElement[] {
  const names = files.filter(isUnchanged).map(({ file }) => file);
  return names.length === 0 || isSame
    ? []
    : [make('p', 'unchanged', say('Unchanged: {names}', { names: names.join(', ') }))];
}

const page = new Page();
pageWindow.addEventListener('message', ({ data }) => page.hear(data as ToPage));
tell({ type: 'ready' });
