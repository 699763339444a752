import { barChart, escapeHtml, type Chart, type ChartBar } from './bar-chart';
import type { Count, Overview, OverviewChanges } from './overview';
import { overviewStyle } from './overview-style';

/** How many bars a picture has at most; the rest are added up. */
const mostBars = 25;

/**
 * A roster in numbers as one page that needs nothing but itself and runs no script. There is no name of a person in it.
 * @param time when it was made
 */
export function overviewPage(overview: Overview, time: Date): string {
  const { name, version, profile, mode } = overview;
  const when = time.toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' });
  const facts = [profile, `OneRoster ${version}`, mode].map(escapeHtml).join(' · ');
  return (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n' +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    '<meta name="color-scheme" content="light dark">\n' +
    `<title>Roster report: ${escapeHtml(name)}</title>\n<style>${overviewStyle}</style>\n</head>\n<body>\n` +
    `<header><h1>Roster report: ${escapeHtml(name)}</h1><p class="note">${facts} · ` +
    `<time datetime="${time.toISOString()}">${escapeHtml(when)}</time></p></header>\n` +
    `${totals(overview)}<main>\n${pictures(overview)}</main>\n` +
    '<footer class="note">This report holds no names of people and no values of their records.</footer>\n</body>\n</html>\n'
  );
}

function totals({ totals: { people, schools, classes, enrollments }, typicalClass }: Overview): string {
  const items: readonly (readonly [string, number])[] = [
    ['People', people],
    ['Schools', schools],
    ['Classes', classes],
    ['Enrollments', enrollments],
    ...(typicalClass === undefined ? [] : [['Students in a typical class', typicalClass] as const]),
  ];
  const list = items.map(
    ([title, count]) => `<div><dt>${title}</dt><dd>${count.toLocaleString('en-US')}</dd></div>`,
  );
  return `<dl>${list.join('')}</dl>\n`;
}

function pictures(overview: Overview): string {
  const { schools, roles, grades, classSizes, terms, problems, changes, largestClass } = overview;
  const bySchool = schools.map(({ label, students, staff, others }) => ({
    label,
    parts: [
      { kind: 'students', count: students },
      { kind: 'staff', count: staff },
      { kind: 'others', count: others },
    ],
  }));
  const byRule = problems.map(({ rule, summary, severity, count }) => ({
    label: `${summary} (${rule})`,
    parts: [{ kind: severity, count }],
  }));
  const largest =
    largestClass === undefined ? undefined : `The largest class has ${String(largestClass)} students.`;
  return [
    changesPart(changes),
    chart({
      title: 'People by school',
      bars: bySchool,
      note: 'By the first organization of each. Blue: students; green: staff; grey: families and others.',
    }),
    chart({ title: 'People by role', bars: plain(roles) }),
    chart({ title: 'Students by grade', bars: plain(grades) }),
    chart({ title: 'Classes by number of students', bars: plain(classSizes), note: largest }),
    chart({
      title: 'Enrollments by term',
      bars: plain(terms),
      note: 'A class of several terms counts for each.',
    }),
    problems.length === 0
      ? '<figure class="wide"><figcaption>Problems</figcaption><p>No problems were found.</p></figure>\n'
      : chart({
          title: 'Problems by cause',
          bars: byRule,
          note: 'Red: errors; amber: warnings; blue: notes.',
          isWide: true,
        }),
  ].join('');
}

function plain(counts: readonly Count[]): readonly ChartBar[] {
  return counts.map(({ label, count }) => ({ label, parts: [{ kind: 'plain', count }] }));
}

function chart({ bars, ...facts }: Chart): string {
  if (bars.length <= mostBars) return barChart({ bars, ...facts });
  const rest = bars.slice(mostBars - 1);
  const kinds = new Map<string, number>();
  for (const { parts } of rest)
    for (const { kind, count } of parts) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  const others: ChartBar = {
    label: `${rest.length.toLocaleString('en-US')} others`,
    parts: [...kinds].map(([kind, count]) => ({ kind, count })),
  };
  return barChart({ bars: [...bars.slice(0, mostBars - 1), others], ...facts });
}

function changesPart(changes: OverviewChanges | undefined): string {
  if (changes === undefined) return '';
  const { since, newPeople, gonePeople, movedPeople, files } = changes;
  const rows = files.map(({ name, before, now }) => {
    const difference = now - before;
    const sign = difference > 0 ? '+' : '';
    const cells = [before, now].map((count) => `<td>${count.toLocaleString('en-US')}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells}<td>${sign}${difference.toLocaleString('en-US')}</td></tr>`;
  });
  const said = [
    `new people ${newPeople.toLocaleString('en-US')}`,
    `gone ${gonePeople.toLocaleString('en-US')}`,
    `at another school ${movedPeople.toLocaleString('en-US')}`,
  ];
  const text = `By their ids: ${said.join(', ')}.`;
  return (
    `<figure><figcaption>Since the delivery of ${escapeHtml(since.slice(0, 10))}</figcaption><p>${text}</p>` +
    '<table><thead><tr><th scope="col">File</th><th scope="col">Records then</th><th scope="col">Now</th>' +
    `<th scope="col">Change</th></tr></thead><tbody>${rows.join('')}</tbody></table></figure>\n`
  );
}
