import type { Finding, LocationCount, PersonRow, Preview } from '../../core/preview/preview';
import { findingText, reasonText } from '../../core/preview/preview-texts';
import { counted } from '../../core/text/counted';
import { visible, type Paint } from '../terminal';

/** A preview as text for a terminal. */
export function previewAsText(path: string, preview: Preview, paint: Paint): string {
  const sections = [
    header(path, preview, paint),
    table('Locations', preview.locations.map(locationLine), paint),
    table('Roles', preview.roles.map(roleLine), paint),
    schools(preview, paint),
    groups(preview, paint),
    ...preview.findings
      .filter(({ total }) => total > 0)
      .map((finding) => findingLines(finding, preview, paint)),
    notes(preview),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function header(path: string, preview: Preview, paint: Paint): readonly string[] {
  const { people, profile, version, mode, against } = preview;
  const others = [
    ...(people.deleted > 0 ? [`${people.deleted.toLocaleString('en-US')} marked as deleted`] : []),
    ...(people.unreadable > 0 ? [`${people.unreadable.toLocaleString('en-US')} unreadable`] : []),
  ];
  return [
    paint(`${visible(path)}: ${profile.title}, OneRoster ${version}, ${mode}`, 'bold'),
    [counted(people.active, 'person', 'people'), ...others].join(', '),
    against === undefined
      ? 'Nothing to compare with: no delivery from here is kept.'
      : `Compared with the delivery of ${against.time} (${visible(against.id)})`,
  ];
}

type Line = readonly [number, string];

function table(title: string, lines: readonly Line[], paint: Paint): readonly string[] {
  if (lines.length === 0) return [];
  const width = Math.max(...lines.map(([count]) => count.toLocaleString('en-US').length));
  return [
    paint(title, 'bold'),
    ...lines.map(([count, text]) => `  ${count.toLocaleString('en-US').padStart(width)}  ${text}`),
  ];
}

function locationLine({ name, isDefault, people, roles }: LocationCount): Line {
  const label =
    name === undefined ? 'no location' : `${visible(name)}${isDefault ? ' (default location)' : ''}`;
  const own = Object.entries(roles).map(
    ([role, count]) => `${visible(role || 'no role')} ${count.toLocaleString('en-US')}`,
  );
  return [people, own.length === 0 ? label : `${label}: ${own.join(', ')}`];
}

function roleLine({ role, mappedTo, people }: Preview['roles'][number]): Line {
  const name = visible(role || 'no role');
  if (mappedTo === undefined) return [people, `${name} (no mapping)`];
  return [people, mappedTo === role ? name : `${name} → ${visible(mappedTo)}`];
}

function schools({ schools: rows, unknownSchools }: Preview, paint: Paint): readonly string[] {
  const unmapped = rows.filter(({ location }) => location === undefined);
  const lines = unmapped.map(({ people, name, sourcedId }): Line => [
    people,
    `${visible(name)} (${visible(sourcedId)})`,
  ]);
  const unknown = unknownSchools.map(
    (id) => `  "${visible(id)}" in the mapping is no organization of this roster.`,
  );
  return [...table('Organizations without a mapping', lines, paint), ...unknown];
}

function groups({ groups: counts }: Preview, paint: Paint): readonly string[] {
  if (counts === undefined) return [];
  const { from, groups: number, memberships, largest } = counts;
  const lines = largest.slice(0, 10).map(({ name, members }): Line => [members, visible(name)]);
  const title = `Groups from ${from}: ${counted(number, 'group')}, ${counted(memberships, 'membership')}`;
  return lines.length === 0 ? [title] : table(title, lines, paint);
}

function findingLines(finding: Finding, preview: Preview, paint: Paint): readonly string[] {
  const { kind, total, byReason, people } = finding;
  const { title, meaning } = findingText(kind, preview);
  const rest = total - people.length;
  return [
    `${paint(`${title}: ${total.toLocaleString('en-US')}`, 'bold')}. ${visible(meaning)}`,
    ...(byReason.length > 1 || kind === 'default-location'
      ? byReason.map((each) => `  ${each.total.toLocaleString('en-US')} ${reasonText(each.reason)}`)
      : []),
    ...people.map((row) => `    ${personText(row)}`),
    ...(rest > 0 ? [`    and ${rest.toLocaleString('en-US')} more: --max-people 0 lists all`] : []),
  ];
}

function personText({ record, sourcedId, name, role, school, location, reason, detail }: PersonRow): string {
  const parts = [
    `${sourcedId}${name === undefined || name === '' ? '' : ` ${name}`}`,
    record === 0 ? 'in the last delivery' : `record ${String(record)}`,
    role || 'no role',
    school || 'no school',
    location || 'no location',
    reasonText(reason),
    ...(detail === undefined ? [] : [detail]),
  ];
  return visible(parts.join(' · '));
}

function notes({ isMapped, assumed, defaultLocation }: Preview): readonly string[] {
  return [
    ...(isMapped
      ? []
      : ['No schools are mapped in oneroster.config.json, so each is a location of its own name.']),
    ...(defaultLocation === undefined ? ['No default location is configured.'] : []),
    'Assumed, for no page says it:',
    ...assumed.map((text) => `  - ${text}`),
  ];
}
