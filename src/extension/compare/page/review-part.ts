import { hasChanges, isTouched, schoolName } from '../../../core/gate/school-words';
import type { FileCounts, SchoolCounts } from '../../../core/gate/verdict';
import type { ComparisonSummary } from '../../../core/protocol';
import { make, type PageElement } from '../../../page/dom';
import type { ShownReview } from '../page-messages';
import { counted, number, say } from '../../../page/say';

/** With fewer schools than these, all of them are unfolded at once. */
const fewSchools = 8;

/** What the change gate would say, on top of everything else. */
export function reviewHeader(review: ShownReview, before: string, again: PageElement): PageElement {
  const { target, where } = review;
  const row = (word: string, text: string, more: string) => [
    make('dt', '', word),
    make('dd', '', make('strong', '', text), more === '' ? '' : ` ${more}`),
  ];
  return make(
    'header',
    '',
    make('h1', '', say('Review Changes')),
    make('dl', 'rosters', ...row(say('Target'), target, where), ...row(say('Against'), before, '')),
    ...gateText(review),
    again,
  );
}

function gateText({ verdict, isFirst, isStopped, errors }: ShownReview): readonly PageElement[] {
  const stops = verdict.reasons.filter(({ code }) => code !== 'first-delivery');
  const stopText = isStopped
    ? say('The change gate has stopped this delivery:')
    : say('The change gate would stop this delivery:');
  const said = stops.length > 0 ? stopText : passText(isFirst);
  const reasons = stops.map(({ message }) => make('li', '', message));
  return [
    make('p', stops.length > 0 ? 'gate stops' : 'gate', said),
    ...(reasons.length === 0 ? [] : [make('ul', 'reasons', ...reasons)]),
    ...(errors === 0
      ? []
      : [
          make(
            'p',
            'errors',
            say('The roster has {errors}, which an upload asks about first.', {
              errors: counted(errors, 'error'),
            }),
          ),
        ]),
  ];
}

function passText(isFirst: boolean): string {
  return isFirst
    ? say(
        'Nothing has been delivered to this target from here yet, so there is nothing to compare with. An upload asks once whether that is right.',
      )
    : say('The change gate would let this delivery pass.');
}

/** What would happen to the records in force, by file and by school. */
export function reviewCounts({ verdict: { counts } }: ShownReview): readonly PageElement[] {
  const { files, schools, people, renamed } = counts;
  const touched = schools.filter(isTouched);
  const others = schools.filter((school) => !isTouched(school)).map(schoolName);
  const churned = say(
    '{renamed} of {persons} would come under a new id: their accounts would be removed, and new ones made.',
    { renamed, persons: counted(people, 'person', 'people') },
  );
  return [
    make('h2', '', say('By file')),
    countTable(files, 'by-file', say('By file')),
    ...(renamed === 0 ? [] : [make('p', 'churned', churned)]),
    make('h2', '', say('By school')),
    ...touched.map((school) => schoolPart(school, touched.length <= fewSchools)),
    ...(others.length === 0
      ? []
      : [make('p', 'unchanged', say('Nothing changes at: {others}', { others: others.join(', ') }))]),
  ];
}

function schoolPart(school: SchoolCounts, isOpen: boolean): PageElement {
  const { isGone, files } = school;
  const removed = files.reduce((sum, file) => sum + file.removed, 0);
  const words = [
    ...(isGone ? [say('the school is gone')] : []),
    ...(removed > 0 ? [say('{removed} removed', { removed })] : []),
  ];
  const title = make(
    'summary',
    '',
    make('span', 'school', schoolName(school)),
    ...(words.length === 0 ? [] : [make('span', 'count removed', words.join(', '))]),
  );
  const part = make(
    'details',
    'school-part',
    title,
    countTable(files.filter(hasChanges), '', schoolName(school)),
  );
  part.open = isOpen;
  return part;
}

const columns = [
  say('File'),
  say('Before'),
  say('After'),
  say('Created'),
  say('Changed'),
  say('Removed'),
] as const;

function countTable(files: readonly FileCounts[], className: string, label: string): PageElement {
  const head = columns.map((word) => headCell(word, 'col'));
  const rows = files.map(({ file, before, after, created, changed, removed }) =>
    make(
      'tr',
      '',
      headCell(file, 'row'),
      numberCell('', before),
      numberCell('', after),
      numberCell('added', created),
      numberCell('changed', changed),
      numberCell('removed', removed),
    ),
  );
  const body = [make('thead', '', make('tr', '', ...head)), make('tbody', '', ...rows)];
  const table = make('table', `numbers ${className}`, ...body);
  table.setAttribute('aria-label', label);
  return table;
}

function headCell(text: string, scope: 'col' | 'row'): PageElement {
  const cell = make('th', '', text);
  cell.setAttribute('scope', scope);
  return cell;
}

function numberCell(kind: string, count: number): PageElement {
  return make('td', count === 0 || kind === '' ? 'none' : `count ${kind}`, number(count));
}

/** What stands before the records. */
export function recordsIntroduction(
  { isFirst }: ShownReview,
  summary: ComparisonSummary,
): readonly PageElement[] {
  const title = make('h2', '', say('Records'));
  if (isFirst) return [title, make('p', '', say('All records are new.'))];
  if (summary.isSame)
    return [title, make('p', '', say('The package would hold the same records as the last one.'))];
  const onlyDates = summary.files.some(({ fields }) =>
    fields.some(({ name }) => name === 'dateLastModified'),
  );
  return onlyDates
    ? [
        title,
        make(
          'p',
          'details',
          say('Records with another dateLastModified alone are listed, and not counted above.'),
        ),
      ]
    : [title];
}
