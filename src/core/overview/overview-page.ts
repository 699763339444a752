import { inEnglish, type Say } from '../text/say';
import { barChart, escapeHtml, type Chart, type ChartBar } from './bar-chart';
import type { Count, Overview, OverviewChanges } from './overview';
import { overviewStyle } from './overview-style';

/** How many bars a picture has at most; the rest are added up. */
const mostBars = 25;

/**
 * A roster in numbers as one page that needs nothing but itself and runs no script. There is no name of a person in it.
 * @param time when it was made
 */
export function overviewPage(overview: Overview, time: Date, say: Say = inEnglish): string {
  const { name, version, profile, mode } = overview;
  // The language's own code is a text, too: where it has none, the page is English.
  const language = say('en');
  const style = { dateStyle: 'long', timeStyle: 'short' } as const;
  const when = time.toLocaleString(language === 'en' ? 'en-US' : language, style);
  const facts = [profile, `OneRoster ${version}`, mode].map(escapeHtml).join(' · ');
  const title = escapeHtml(say('Roster report: {name}', { name }));
  const footer = escapeHtml(say('This report holds no names of people and no values of their records.'));
  return (
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    '<meta name="color-scheme" content="light dark">\n' +
    `<title>${title}</title>\n<style>${overviewStyle}</style>\n</head>\n<body>\n` +
    `<header><h1>${title}</h1><p class="note">${facts} · ` +
    `<time datetime="${time.toISOString()}">${escapeHtml(when)}</time></p></header>\n` +
    `${totals(overview, say)}<main>\n${pictures(overview, say)}</main>\n` +
    `<footer class="note">${footer}</footer>\n</body>\n</html>\n`
  );
}

function totals(
  { totals: { people, schools, classes, enrollments }, typicalClass }: Overview,
  say: Say,
): string {
  const items: readonly (readonly [string, number])[] = [
    [say('People'), people],
    [say('Schools'), schools],
    [say('Classes'), classes],
    [say('Enrollments'), enrollments],
    ...(typicalClass === undefined ? [] : [[say('Students in a typical class'), typicalClass] as const]),
  ];
  const list = items.map(
    ([title, count]) => `<div><dt>${escapeHtml(title)}</dt><dd>${number(count, say)}</dd></div>`,
  );
  return `<dl>${list.join('')}</dl>\n`;
}

function pictures(overview: Overview, say: Say): string {
  return [
    changesPart(overview.changes, say),
    peoplePictures(overview, say),
    classPictures(overview, say),
    problemsPart(overview, say),
  ].join('');
}

function peoplePictures({ schools, roles, grades }: Overview, say: Say): string {
  const bySchool = schools.map(({ label, students, staff, others }) => ({
    label,
    parts: [
      { kind: 'students', count: students },
      { kind: 'staff', count: staff },
      { kind: 'others', count: others },
    ],
  }));
  const note = say(
    'By the first organization of each. Blue: students; green: staff; grey: families and others.',
  );
  return [
    chart({ title: say('People by school'), bars: bySchool, note }, say),
    chart({ title: say('People by role'), bars: plain(roles) }, say),
    chart({ title: say('Students by grade'), bars: plain(grades) }, say),
  ].join('');
}

function classPictures({ classSizes, terms, largestClass }: Overview, say: Say): string {
  const largest =
    largestClass === undefined
      ? undefined
      : say('The largest class has {students} students.', { students: String(largestClass) });
  const note = say('A class of several terms counts for each.');
  return [
    chart({ title: say('Classes by number of students'), bars: plain(classSizes), note: largest }, say),
    chart({ title: say('Enrollments by term'), bars: plain(terms), note }, say),
  ].join('');
}

function problemsPart({ problems }: Overview, say: Say): string {
  if (problems.length === 0) {
    const [title, none] = [say('Problems'), say('No problems were found.')].map(escapeHtml);
    return `<figure class="wide"><figcaption>${title ?? ''}</figcaption><p>${none ?? ''}</p></figure>\n`;
  }
  const bars = problems.map(({ rule, summary, severity, count }) => ({
    label: `${summary} (${rule})`,
    parts: [{ kind: severity, count }],
  }));
  const note = say('Red: errors; amber: warnings; blue: notes.');
  return chart({ title: say('Problems by cause'), bars, note, isWide: true }, say);
}

function plain(counts: readonly Count[]): readonly ChartBar[] {
  return counts.map(({ label, count }) => ({ label, parts: [{ kind: 'plain', count }] }));
}

function chart({ bars, ...facts }: Omit<Chart, 'number'>, say: Say): string {
  const shown = { ...facts, number: (count: number) => number(count, say) };
  if (bars.length <= mostBars) return barChart({ bars, ...shown });
  const rest = bars.slice(mostBars - 1);
  const kinds = new Map<string, number>();
  for (const { parts } of rest)
    for (const { kind, count } of parts) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  const others: ChartBar = {
    label: say('{count} others', { count: rest.length }),
    parts: [...kinds].map(([kind, count]) => ({ kind, count })),
  };
  return barChart({ bars: [...bars.slice(0, mostBars - 1), others], ...shown });
}

function changesPart(changes: OverviewChanges | undefined, say: Say): string {
  if (changes === undefined) return '';
  const { since, newPeople, gonePeople, movedPeople, files } = changes;
  const rows = files.map(({ name, before, now }) => {
    const difference = now - before;
    const sign = difference > 0 ? '+' : '';
    const cells = [before, now].map((count) => `<td>${number(count, say)}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells}<td>${sign}${number(difference, say)}</td></tr>`;
  });
  const text = say(
    'By their ids: new people {newPeople}, gone {gonePeople}, at another school {movedPeople}.',
    {
      newPeople,
      gonePeople,
      movedPeople,
    },
  );
  const title = say('Since the delivery of {day}', { day: since.slice(0, 10) });
  const heads = [say('File'), say('Records then'), say('Now'), say('Change')]
    .map((word) => `<th scope="col">${escapeHtml(word)}</th>`)
    .join('');
  return (
    `<figure><figcaption>${escapeHtml(title)}</figcaption><p>${escapeHtml(text)}</p>` +
    `<table aria-label="${escapeHtml(title)}"><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></figure>\n`
  );
}

/** A whole number as the language writes it. */
function number(count: number, say: Say): string {
  return say('{count}', { count });
}
