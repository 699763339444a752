import type { Finding, Preview } from '../../../core/preview/preview';
import { findingText, reasonText } from '../../../core/preview/preview-texts';
import { make, type PageElement } from '../../../page/dom';
import { locationTable, peopleTable, roleTable, schoolTable, table } from './tables';

/** Longer lists are closed at first, so that the page can be taken in at a look. */
const mostOpen = 25;

/** Everything of a preview below its heading. */
export function previewSections(preview: Preview): readonly PageElement[] {
  return [
    summary(preview),
    ...notes(preview),
    section('Locations', locationTable(preview)),
    ...preview.findings.filter(({ total }) => total > 0).map((finding) => findingSection(finding, preview)),
    section('Schools', schoolTable(preview), ...unknownSchools(preview)),
    section('Roles', roleTable(preview)),
    ...groupSection(preview),
    basis(preview),
  ];
}

function section(title: string, ...content: readonly PageElement[]): PageElement {
  return make('section', '', make('h2', '', title), ...content);
}

function summary({ people, findings }: Preview): PageElement {
  const totalOf = (kind: Finding['kind']) => findings.find((each) => each.kind === kind)?.total ?? 0;
  const numbers: readonly (readonly [string, number])[] = [
    ['People', people.active],
    ['Without an own location', totalOf('default-location')],
    ['Marked as deleted', people.deleted],
    ['Shared accounts', totalOf('shared-account')],
    ['New', totalOf('new')],
    ['Gone', totalOf('gone')],
  ];
  const items = numbers.map(([title, count]) =>
    make('div', '', make('dt', '', title), make('dd', '', count.toLocaleString('en-US'))),
  );
  return make('dl', 'summary', ...items);
}

function notes({ isMapped, defaultLocation, against, mode, people }: Preview): readonly PageElement[] {
  const texts = [
    ...(isMapped ? [] : ['No schools are mapped yet, so each is taken for a location of its own name.']),
    ...(defaultLocation === undefined ? ['No default location is set in the mapping.'] : []),
    ...(mode === 'delta'
      ? ['users.csv holds changes only, so nothing is known of people who are not in it.']
      : []),
    ...(people.unreadable > 0
      ? [`${people.unreadable.toLocaleString('en-US')} records cannot be read by column and are left out.`]
      : []),
    against === undefined
      ? 'No delivery from here is kept yet, so there is nothing to compare with.'
      : `Compared with the delivery of ${new Date(against.time).toLocaleString()}.`,
  ];
  return texts.map((text) => make('p', 'note', text));
}

function findingSection(finding: Finding, preview: Preview): PageElement {
  const { kind, total, byReason, people } = finding;
  const { title, meaning } = findingText(kind, preview);
  const shown = byReason
    .map((each) => `${each.total.toLocaleString('en-US')} ${reasonText(each.reason)}`)
    .join(', ');
  const rest =
    total > people.length
      ? [
          make(
            'p',
            'note',
            `The first ${people.length.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}. The CSV file has everybody.`,
          ),
        ]
      : [];
  const details = make(
    'details',
    '',
    make('summary', '', make('h2', '', `${title}: ${total.toLocaleString('en-US')}`)),
    make('p', '', `${meaning}${byReason.length > 1 || kind === 'default-location' ? ` ${shown}.` : ''}`),
    peopleTable(title, people),
    ...rest,
  );
  if (total <= mostOpen) details.setAttribute('open', '');
  return details;
}

function unknownSchools({ unknownSchools: ids }: Preview): readonly PageElement[] {
  if (ids.length === 0) return [];
  return [make('p', 'note', `The mapping names schools that the roster does not have: ${ids.join(', ')}.`)];
}

function groupSection({ groups }: Preview): readonly PageElement[] {
  if (groups === undefined) return [];
  const { from, groups: number, memberships, largest } = groups;
  const text = `${number.toLocaleString('en-US')} groups from ${from}, ${memberships.toLocaleString('en-US')} memberships.`;
  const rows = largest.map(({ name, members }) => [name, members]);
  return [section('Groups', make('p', '', text), table('The largest groups', ['Group', 'Members'], rows))];
}

function basis({ profile, known, assumed }: Preview): PageElement {
  const list = (items: readonly string[]) => make('ul', '', ...items.map((text) => make('li', '', text)));
  return make(
    'details',
    '',
    make('summary', '', make('h2', '', 'What this goes by')),
    make('p', '', `Known of ${profile.title}, from what it publishes:`),
    list(known.map(({ text }) => text)),
    make('p', '', 'Assumed, because no page says it:'),
    list(assumed),
  );
}
