import type { Finding, Preview } from '../../../core/preview/preview';
import { findingText, reasonText } from '../../../core/preview/preview-texts';
import { make, type PageElement } from '../../../page/dom';
import { locationTable, peopleTable, roleTable, schoolTable, table } from './tables';
import { moment, number, say } from '../../../page/say';

/** Longer lists are closed at first, so that the page can be taken in at a look. */
const mostOpen = 25;

/** Everything of a preview below its heading. */
export function previewSections(preview: Preview): readonly PageElement[] {
  return [
    summary(preview),
    ...notes(preview),
    section(say('Locations'), locationTable(preview)),
    ...preview.findings.filter(({ total }) => total > 0).map((finding) => findingSection(finding, preview)),
    section(say('Schools'), schoolTable(preview), ...unknownSchools(preview)),
    section(say('Roles'), roleTable(preview)),
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
    [say('People'), people.active],
    [say('Without a location of their own'), totalOf('default-location')],
    [say('Marked as deleted'), people.deleted],
    [say('Shared accounts'), totalOf('shared-account')],
    [say('New'), totalOf('new')],
    [say('Gone'), totalOf('gone')],
  ];
  const items = numbers.map(([title, count]) =>
    make('div', '', make('dt', '', title), make('dd', '', number(count))),
  );
  return make('dl', 'summary', ...items);
}

function notes({ isMapped, defaultLocation, against, mode, people }: Preview): readonly PageElement[] {
  const texts = [
    ...(isMapped ? [] : [say('No schools are mapped yet, so each is taken for a location of its own name.')]),
    ...(defaultLocation === undefined ? [say('No default location is set in the mapping.')] : []),
    ...(mode === 'delta'
      ? [say('users.csv holds changes only, so nothing is known of people who are not in it.')]
      : []),
    ...(people.unreadable > 0
      ? [
          say('{unreadable} records cannot be read by column and are left out.', {
            unreadable: people.unreadable,
          }),
        ]
      : []),
    against === undefined
      ? say('No delivery from here is kept yet, so there is nothing to compare with.')
      : say('Compared with the delivery of {time}.', { time: moment(against.time) }),
  ];
  return texts.map((text) => make('p', 'note', text));
}

function findingSection(finding: Finding, preview: Preview): PageElement {
  const { kind, total, byReason, people } = finding;
  const { title, meaning } = findingText(kind, preview, say);
  const shown = byReason.map((each) => `${number(each.total)} ${reasonText(each.reason, say)}`).join(', ');
  const rest =
    total > people.length
      ? [
          make(
            'p',
            'note',
            say('The first {people} of {total}. The CSV file has everybody.', {
              people: people.length,
              total,
            }),
          ),
        ]
      : [];
  const details = make(
    'details',
    '',
    make('summary', '', make('h2', '', `${title}: ${number(total)}`)),
    make('p', '', `${meaning}${byReason.length > 1 || kind === 'default-location' ? ` ${shown}.` : ''}`),
    peopleTable(title, people),
    ...rest,
  );
  if (total <= mostOpen) details.setAttribute('open', '');
  return details;
}

function unknownSchools({ unknownSchools: ids }: Preview): readonly PageElement[] {
  if (ids.length === 0) return [];
  return [
    make(
      'p',
      'note',
      say('The mapping names schools that the roster does not have: {ids}.', { ids: ids.join(', ') }),
    ),
  ];
}

function groupSection({ groups }: Preview): readonly PageElement[] {
  if (groups === undefined) return [];
  const { from, groups: number, memberships, largest } = groups;
  const text = say('{number} groups from {from}, {memberships} memberships.', { number, from, memberships });
  const rows = largest.map(({ name, members }) => [name, members]);
  return [
    section(
      say('Groups'),
      make('p', '', text),
      table(say('The largest groups'), [say('Group'), say('Members')], rows),
    ),
  ];
}

function basis({ profile, known, assumed }: Preview): PageElement {
  const list = (items: readonly string[]) => make('ul', '', ...items.map((text) => make('li', '', text)));
  return make(
    'details',
    '',
    make('summary', '', make('h2', '', say('What this goes by'))),
    make('p', '', say('Known of {profile}, from what it publishes:', { profile: profile.title })),
    list(known.map(({ text }) => text)),
    make('p', '', say('Assumed, because no page says it:')),
    list(assumed),
  );
}
