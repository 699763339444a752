import type { ComparedEntry, ComparisonSummary, EntryKind } from '../../../core/protocol';
import type { FromPage } from '../page-messages';
import { button } from './host';
import { make, type PageElement } from '../../../page/dom';
import { entryItem } from './entry-item';
import { kindCount, kindTitles, kindsInOrder } from './words';
import { counted, number, say } from '../../../page/say';

type FileSummary = ComparisonSummary['files'][number];

/** One file of the comparison: what has become of it, and its records, which are asked for when they are looked at. */
export class FileSection {
  readonly element: PageElement;
  readonly #groups = new Map<EntryKind, Group>();

  /** @param heading the element that names the file */
  constructor(file: FileSummary, heading: 'h2' | 'h3', tell: (message: FromPage) => void) {
    for (const kind of kindsInOrder) {
      if (file[kind] > 0) this.#groups.set(kind, new Group(file, kind, tell));
    }
    this.element = make(
      'section',
      '',
      make(heading, '', file.file, make('span', 'counts', countsOf(file))),
      ...remarks(file),
      ...[...this.#groups.values()].map(({ element }) => element),
    );
  }

  unfold(): void {
    for (const group of this.#groups.values()) group.element.open = true;
  }

  /** Says that what was asked for does not come; it may be asked for again. */
  giveUp(): void {
    for (const group of this.#groups.values()) group.giveUp();
  }

  add(kind: EntryKind, entries: readonly ComparedEntry[]): void {
    this.#groups.get(kind)?.add(entries);
  }
}

function countsOf(file: FileSummary): string {
  if (file.failure !== undefined) return say('not compared');
  const counts = kindsInOrder.filter((kind) => file[kind] > 0).map((kind) => kindCount(kind, file[kind]));
  if (file.unchanged > 0) counts.push(say('{count} unchanged', { count: file.unchanged }));
  const presence = { both: [], added: [say('new file')], removed: [say('the file is gone')] }[file.presence];
  return [...presence, ...counts].join(', ');
}

function remarks(file: FileSummary): readonly PageElement[] {
  const { failure, isIdentical, presence, columns, leftAside, deltas, removed } = file;
  const lines = [
    ...(deltas.includes('after') && removed > 0
      ? [say('The later file is a delta: what it leaves out is not removed where it is read.')]
      : []),
    ...(failure === undefined ? [] : [failure]),
    ...(failure === undefined || presence !== 'both'
      ? []
      : [isIdentical === true ? say('The two files are the same.') : say('The two files differ.')]),
    ...columns.map(({ name, change, filled }) => {
      const held =
        filled === 0
          ? say('empty in all records')
          : say('filled in {records}', { records: counted(filled, 'record') });
      return change === 'added'
        ? say('Column {name} is new, {held}.', { name, held })
        : say('Column {name} is gone, {held}.', { name, held });
    }),
    ...aside(leftAside.before, 'earlier'),
    ...aside(leftAside.after, 'later'),
  ];
  return lines.length === 0 ? [] : [make('ul', 'remarks', ...lines.map((line) => make('li', '', line)))];
}

function aside(count: number, which: 'earlier' | 'later'): readonly string[] {
  if (count === 0) return [];
  const records = counted(count, 'record');
  return [
    which === 'earlier'
      ? say(
          'Left aside in the earlier file, because of an id that is missing or repeated, or a wrong number of fields: {records}.',
          { records },
        )
      : say(
          'Left aside in the later file, because of an id that is missing or repeated, or a wrong number of fields: {records}.',
          { records },
        ),
  ];
}

/** Which columns have changed in how many records. */
function fieldCounts({ fields }: FileSummary): readonly PageElement[] {
  const words = fields.map(({ name, changed }) => `${name}: ${counted(changed, 'record')}`);
  return words.length === 0 ? [] : [make('p', 'fields', words.join(', '))];
}

/** The records of one kind. */
class Group {
  readonly element: PageElement;
  readonly #list = make('ul', 'entries');
  readonly #more: PageElement;
  readonly #file: FileSummary;
  readonly #kind: EntryKind;
  readonly #tell: (message: FromPage) => void;
  #listed = 0;
  #isAsking = false;

  constructor(file: FileSummary, kind: EntryKind, tell: (message: FromPage) => void) {
    this.#file = file;
    this.#kind = kind;
    this.#tell = tell;
    this.#more = button('more', '', () => this.#ask());
    this.#more.hidden = true;
    const title = make(
      'summary',
      '',
      make('span', `count ${kind}`, kindTitles[kind]),
      ` ${number(file[kind])}`,
    );
    const fields = kind === 'changed' ? fieldCounts(file) : [];
    this.element = make('details', kind, title, ...fields, this.#list, this.#more);
    this.element.addEventListener('toggle', () => {
      if (this.element.open && this.#listed === 0) this.#ask();
    });
  }

  add(entries: readonly ComparedEntry[]): void {
    this.#isAsking = false;
    this.#listed += entries.length;
    const items = entries.map((entry) => entryItem(entry, this.#file.file, this.#tell));
    this.#list.append(...items);
    const left = this.#file[this.#kind] - this.#listed;
    this.#more.hidden = left <= 0;
    this.#more.textContent = say('Show more ({left} left)', { left });
  }

  giveUp(): void {
    if (!this.#isAsking) return;
    this.#isAsking = false;
    this.#more.hidden = false;
    this.#more.textContent = say('Try Again');
  }

  #ask(): void {
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#tell({ type: 'more', file: this.#file.file, kind: this.#kind, from: this.#listed });
  }
}
