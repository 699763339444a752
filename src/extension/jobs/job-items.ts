import * as vscode from 'vscode';
import { timeText } from '../../core/schedule/scheduled-job';
import type { ListedJob } from '../../node/job/list-jobs';
import { phrases } from '../explorer/texts';
import type { ChoiceItem } from '../input/ask';
import { plain } from '../rosters/plain-text';
import { moment, say } from '../say';
import { lastRunText, schedulerName } from './job-texts';

/** What the list is called. */
export const jobsTitle = say('Nightly Jobs');

/** What can be chosen in the list: a job, or to make one. */
export type JobChoice = ListedJob | 'schedule';

/** The jobs as lines to choose, those of the workspace first, and what makes another. */
export function listItems(
  own: readonly ListedJob[],
  others: readonly ListedJob[],
): readonly ChoiceItem<JobChoice | undefined>[] {
  const schedule = {
    label: `$(add) ${say('Schedule Nightly Upload')}`,
    detail: say('Makes a job, and shows all of it before anything is installed'),
    value: 'schedule',
  } as const;
  return [
    ...section(say('Rosters of this workspace'), own),
    ...section(say('Other rosters'), others),
    ...(own.length + others.length === 0 ? [] : [separator('')]),
    schedule,
  ];
}

function section(title: string, jobs: readonly ListedJob[]): readonly ChoiceItem<JobChoice | undefined>[] {
  return jobs.length === 0 ? [] : [separator(title), ...jobs.map(jobItem)];
}

function separator(label: string): ChoiceItem<undefined> {
  return { label, kind: vscode.QuickPickItemKind.Separator, value: undefined };
}

function jobItem(listed: ListedJob): ChoiceItem<ListedJob> {
  const { job, place, next, last } = listed;
  return {
    label: `$(${job.isEnabled ? 'watch' : 'debug-pause'}) ${plain(job.name)}`,
    description: plain(phrases(deliversText(listed), schedulerName(job))),
    detail: plain(
      phrases(
        next === undefined
          ? say('disabled')
          : say('runs next {moment}', { moment: moment(next.toISOString()) }),
        last === undefined ? noRunText(place !== undefined) : lastRunText(last),
      ),
    ),
    value: listed,
  };
}

/** `north → iiq` */
export function deliversText({ job, place }: ListedJob): string {
  const roster = job.folder.split(/[\\/]/).findLast((name) => name !== '') ?? job.folder;
  const target = job.target ?? place?.targetName;
  return target === undefined ? roster : `${roster} → ${target}`;
}

function noRunText(isLogKnown: boolean): string {
  return isLogKnown ? say('has not run yet') : say('its configuration cannot be read');
}

export const jobActions = ['run', 'log', 'show', 'disable', 'enable', 'remove'] as const;

export type JobAction = (typeof jobActions)[number];

/** What can be done with a job. */
export function actionItems(listed: ListedJob): readonly ChoiceItem<JobAction>[] {
  const { job, place } = listed;
  const scheduler = schedulerName(job);
  const runs =
    job.scheduler === 'cron'
      ? say('Runs the line of the crontab as cron does, and waits for its end')
      : say('Has {scheduler} run it, and waits for its end', { scheduler });
  return [
    { label: `$(play) ${say('Run Now')}`, detail: runs, value: 'run' },
    {
      label: `$(output) ${say('Show Log')}`,
      ...(place === undefined ? {} : { description: vscode.workspace.asRelativePath(place.logFile) }),
      value: 'log',
    },
    { label: `$(file-code) ${say('Show What Is Installed')}`, value: 'show' },
    job.isEnabled
      ? {
          label: `$(debug-pause) ${say('Disable')}`,
          detail: say('It stays where it is, and does not run until it is enabled again'),
          value: 'disable',
        }
      : {
          label: `$(debug-continue) ${say('Enable')}`,
          detail: say('It runs every day at {time} again', { time: timeText(job.time) }),
          value: 'enable',
        },
    {
      label: `$(trash) ${say('Remove')}`,
      detail: say('Asks first. The roster, its deliveries and the log stay'),
      value: 'remove',
    },
  ];
}
