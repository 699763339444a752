import type {
  ExplorerTarget,
  GroupId,
  GroupNode,
  LastDelivery,
  PartNode,
  PlannedRun,
  ProblemCounts,
  RecordNode,
  RecordType,
  RoleGroup,
} from '../../core/explorer-protocol';
import type { RosterState } from '../../core/protocol';
import type { SchedulerId } from '../../core/schedule/scheduled-job';
import { counted, grouped } from '../../core/text/counted';
import type { Knowledge } from '../rosters/rosters';

// What the tree of rosters says.

const groupTitles: Readonly<Record<GroupId, string>> = {
  schools: 'Schools',
  sessions: 'Sessions',
  courses: 'Courses',
  classes: 'Classes',
  people: 'People',
  files: 'Other Files',
  targets: 'Targets',
};

const recordKinds: Readonly<Record<RecordType, string>> = {
  school: 'school',
  organization: 'organization',
  session: 'session',
  course: 'course',
  class: 'class',
  person: 'person',
  nobody: 'nobody in users.csv has this id',
};

const schedulerNames: Readonly<Record<SchedulerId, string>> = {
  windows: 'Task Scheduler',
  systemd: 'systemd',
  cron: 'crontab',
  launchd: 'launchd',
  github: 'GitHub Actions',
};

/** Short phrases in a row, those that say nothing left out. */
export function phrases(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join(' · ');
}

export function groupTitle({ group }: GroupNode): string {
  return groupTitles[group];
}

export function groupDetail({ group, count, others = 0 }: GroupNode): string {
  if (group === 'targets' && count === 0) return 'none yet';
  return others === 0 ? grouped(count) : phrases(grouped(count), counted(others, 'other organization'));
}

export function roleTitle(role: RoleGroup): string {
  if (role === 'none') return 'no role';
  return role === 'other' ? 'other roles' : role.role;
}

export function partTitle({ names: [first, last] }: PartNode): string {
  return last === undefined || last === first ? first : `${first} – ${last}`;
}

export function recordKind({ type }: RecordNode): string {
  return recordKinds[type];
}

export function recordDetail({ type, words, people, classes }: RecordNode): string {
  return phrases(
    ...(type === 'nobody' ? [recordKinds.nobody] : []),
    ...words,
    people === undefined ? undefined : counted(people, 'person', 'people'),
    classes === undefined ? undefined : counted(classes, 'class', 'classes'),
  );
}

/** `at least 1,000 errors, 2 warnings`; empty where there are none. */
export function problemsText({ error, warning, information, isAtLeast }: ProblemCounts): string {
  const counts = [
    ...(error === 0 ? [] : [counted(error, 'error')]),
    ...(warning === 0 ? [] : [counted(warning, 'warning')]),
    ...(information === 0 ? [] : [counted(information, 'hint')]),
  ];
  const text = counts.join(', ');
  return isAtLeast === true && text !== '' ? `at least ${text}` : text;
}

export function rosterDetail(
  { version, mode, totals }: RosterState,
  knowledge: Knowledge,
  place: string,
): string {
  const standing = {
    awaited: 'being checked again',
    lost: 'not checked any more',
    current: problemsText(totals) || 'no problems',
  };
  return phrases(place, version, mode, standing[knowledge]);
}

export function targetDetail({ last, isDamaged, isDefault }: ExplorerTarget): string {
  const delivered = last === undefined ? 'nothing delivered yet' : `delivered ${momentText(last.time)}`;
  return phrases(isDefault ? 'default' : '', isDamaged === true ? 'receipt cannot be read' : delivered);
}

export function deliveryDetail({ time, changes, records }: LastDelivery): string {
  const what =
    changes === undefined
      ? counted(records, 'record')
      : `${grouped(changes.created)} created, ${grouped(changes.changed)} changed, ${grouped(changes.removed)} removed`;
  return phrases(momentText(time), what);
}

export function runDetail(run: PlannedRun | undefined): string {
  if (run === undefined) return 'not scheduled';
  const when = run.next === undefined ? 'disabled' : momentText(run.next);
  return phrases(when, run.job, schedulerNames[run.scheduler]);
}

/**
 * A moment by the clock of this computer: `2026-11-25 23:30`. Not by the language's own means: their first use takes so long that it
 * would hold the editor.
 */
export function momentText(iso: string): string {
  const time = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

export const deliveryTitle = 'Last Delivery';
export const runTitle = 'Next Run';
export const awaitedMessage = 'The rosters are being checked again.';
export const lostMessage = 'Rosters are not checked any more. Check Again starts anew.';
