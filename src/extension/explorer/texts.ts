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
import { changesText } from '../../core/delivery/changes-text';
import type { DeliveredAmounts } from '../../core/delivery/delivered-amounts';
import { schedulerName } from '../jobs/job-texts';
import type { Knowledge } from '../rosters/rosters';
import { roleWord } from '../../core/text/role-word';
import { counted, moment, number, say } from '../say';

// What the tree of rosters says.

const groupTitles: Readonly<Record<GroupId, string>> = {
  schools: say('Schools'),
  sessions: say('Sessions'),
  courses: say('Courses'),
  classes: say('Classes'),
  people: say('People'),
  files: say('Other Files'),
  targets: say('Targets'),
};

const recordKinds: Readonly<Record<RecordType, string>> = {
  school: say('school'),
  organization: say('organization'),
  session: say('session'),
  course: say('course'),
  class: say('class'),
  person: say('person'),
  nobody: say('nobody in users.csv has this id'),
};

/** Short phrases in a row, those that say nothing left out. */
export function phrases(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join(' · ');
}

export function groupTitle({ group }: GroupNode): string {
  return groupTitles[group];
}

export function groupDetail({ group, count, others = 0 }: GroupNode): string {
  if (group === 'targets' && count === 0) return say('none yet');
  return others === 0 ? number(count) : phrases(number(count), counted(others, 'other organization'));
}

export function roleTitle(role: RoleGroup): string {
  if (role === 'none') return say('no role');
  return role === 'other' ? say('other roles') : roleWord(role.role, say);
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
  return isAtLeast === true && text !== '' ? say('at least {text}', { text }) : text;
}

export function rosterDetail(
  { version, mode, totals }: RosterState,
  knowledge: Knowledge,
  place: string,
): string {
  const standing = {
    awaited: say('being checked again'),
    lost: say('not checked any more'),
    current: problemsText(totals) || say('no problems'),
  };
  return phrases(place, version, mode, standing[knowledge]);
}

export function targetDetail({ last, isDamaged, isDefault }: ExplorerTarget): string {
  const delivered =
    last === undefined
      ? say('nothing delivered yet')
      : say('delivered {moment}', { moment: moment(last.time) });
  return phrases(
    isDefault ? say('default') : '',
    isDamaged === true ? say('receipt cannot be read') : delivered,
  );
}

export function deliveryDetail(last: LastDelivery): string {
  return phrases(moment(last.time), deliveredText(last));
}

/** What a delivery has changed, or how much the first one was. */
export function deliveredText({ changes, records }: DeliveredAmounts): string {
  return changes === undefined ? counted(records, 'record') : changesText(changes, say);
}

export function runDetail({ job, next, last }: PlannedRun): string {
  const when = next === undefined ? say('disabled') : moment(next);
  const trouble = last?.end?.result === 'stopped' ? say('last run stopped') : '';
  return phrases(when, job.name, schedulerName(job), trouble);
}

export const deliveryTitle = say('Last Delivery');
export const runTitle = say('Next Run');
export const awaitedMessage = say('The rosters are being checked again.');
export const lostMessage = say('Rosters are not checked any more. Check Again starts anew.');
