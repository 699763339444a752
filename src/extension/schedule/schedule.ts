import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Target } from '../../core/delivery/target';
import type { RosterState } from '../../core/protocol';
import { argumentQuote, commandLine, describeSchedule } from '../../core/schedule/describe-schedule';
import type { Schedule, ScheduledJob } from '../../core/schedule/scheduled-job';
import { schedulers, usualScheduler } from '../../core/schedule/schedules';
import { syncNote, withSyncNote } from '../../core/schedule/sync-note';
import { resolveProfile } from '../../core/spec/specification';
import { placeOf, writeSchedule } from '../../node/job/install-schedule';
import { installInCrontab } from '../../node/job/user-crontab';
import { describeEnd, type CommandEnd } from '../../node/job/run-command';
import { readDistrictConfig } from '../config/district-config';
import { connect } from '../connect/connect';
import { runSteps } from '../input/run-steps';
import { folderOf } from '../rosters/rosters';
import type { Services } from '../services';
import { showText } from '../show-text';
import { isElectron, jobProgram } from './job-program';
import { scheduleSteps, type ProfileOf, type ScheduleForm } from './schedule-steps';
import { tryJob } from './try-job';
import { say } from '../say';
import { reach } from '../tour/tour-progress';

const title = say('Schedule Nightly Upload');

/**
 * Makes a nightly job: asks, shows all of it, tries it out, and installs it at a word.
 * @param to the name of the target, where it is known
 */
export async function scheduleRoster(services: Services, roster: RosterState, to?: string): Promise<void> {
  const { targets: all, profileOf } = await targetsOf(services, roster);
  const asked = all.filter(({ name }) => name === to);
  const targets = asked.length > 0 ? asked : all;
  const [first] = targets;
  if (first === undefined) return;
  const form = await runSteps(title, scheduleSteps(targets, profileOf), {
    target: first,
    name: say('{roster} to {target}', { roster: roster.name, target: first.name }),
    time: { hour: 23, minute: 30 },
    scheduler: usualScheduler(process.platform),
    envFile: '',
  });
  const job = jobOf(form, folderOf(roster), await jobProgram(services));
  const note = syncNote(profileOf(form.target), form.time, form.scheduler, say);
  const made = withSyncNote(schedulers[form.scheduler](job), note);
  await showText(job.name, describeSchedule(made, say));
  await offer(made, job, note?.isLate === true ? ` ${note.text}` : '');
  services.explorer.refresh();
}

interface Targets {
  readonly targets: readonly Target[];
  readonly profileOf: ProfileOf;
}

/** The default target first; one is connected where there is none. */
async function targetsOf(services: Services, roster: RosterState): Promise<Targets> {
  const { config } = await readDistrictConfig(roster);
  const profileOf = ({ profile }: Target) => resolveProfile(profile ?? config.profile ?? 'standard');
  if (config.targets.length === 0) {
    const { target } = await connect(services, roster);
    return { targets: [target], profileOf };
  }
  const isUsual = ({ name }: Target) => name === (config.job.target ?? config.defaultTarget);
  const targets = [...config.targets].sort((a, b) => Number(isUsual(b)) - Number(isUsual(a)));
  return { targets, profileOf };
}

function jobOf({ target, name, time, envFile }: ScheduleForm, folder: string, cli: string): ScheduledJob {
  const env = envFile.startsWith('~/') ? join(homedir(), envFile.slice(2)) : envFile;
  return {
    name,
    time,
    folder,
    program: [process.execPath, cli],
    isElectron,
    args: ['run', folder, '--target', target.name, ...(env === '' ? [] : ['--env-file', env])],
  };
}

/** What can be done with a job that is shown. It is offered again after a trial. */
async function offer(made: Schedule, job: ScheduledJob, warning: string): Promise<void> {
  const isLocal = made.scheduler === usualScheduler(process.platform) || isCronHere(made);
  const [attempt, install, save] = [say('Try It'), say('Install'), say('Save Files')];
  const ways = [attempt, ...(isLocal ? [install] : []), save];
  const ready = say('"{job}" is ready. Nothing is installed yet.', { job: job.name });
  for (let message = `${ready}${warning}`; ;) {
    const chosen = await vscode.window.showInformationMessage(message, ...ways);
    if (chosen === install) await installHere(made);
    else if (chosen === save) await saveFiles(made);
    if (chosen !== attempt) return;
    const end = await tryJob(job);
    if (end.kind === 'cancelled') return;
    message = trialText(job, end);
  }
}

function trialText({ name, folder }: ScheduledJob, end: CommandEnd): string {
  return end.kind === 'exit' && end.code === 0
    ? say(
        '"{name}" would deliver: it has checked, packaged and logged in as it will at night. Nothing was sent. Make the first delivery by hand, with Package & Upload: the job stops where it has none to compare with.',
        { name },
      )
    : say(
        '"{name}" would not deliver: it {end}. The log in {folder} or beside the configuration says why (.oneroster/run.log).',
        { name, end: describeEnd(end, 0, say), folder: join(folder, '..') },
      );
}

/** Every other system than Windows has a crontab, whatever else it has. */
function isCronHere({ crontab }: Schedule): boolean {
  return crontab !== undefined && process.platform !== 'win32';
}

/** In a terminal, where what the system asks can be answered and everything can be seen; a crontab asks nothing. */
async function installHere(made: Schedule): Promise<void> {
  if (made.crontab !== undefined) {
    await installInCrontab(made.crontab);
    reach('oneroster.hasScheduled');
    void sayInstalled(made.crontab.id);
    return;
  }
  const place = placeOf(made) ?? (await chooseFolder());
  if (place === undefined) return;
  await writeSchedule(made, place);
  const terminal = vscode.window.createTerminal({ name: 'OneRoster', cwd: place });
  terminal.show();
  const quote = argumentQuote(process.platform === 'win32');
  reach('oneroster.hasScheduled');
  for (const command of made.install) terminal.sendText(commandLine(command, quote));
}

async function sayInstalled(job: string): Promise<void> {
  const list = say('Nightly Jobs');
  const chosen = await vscode.window.showInformationMessage(
    say('{job} is in your crontab now; its other lines are as they were.', { job }),
    list,
  );
  if (chosen === list) await vscode.commands.executeCommand('oneroster.jobs');
}

async function saveFiles(made: Schedule): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const paths = await writeSchedule(made, folder);
  reach('oneroster.hasScheduled');
  const names = paths.map((path) => vscode.Uri.file(path).path.split('/').at(-1)).join(', ');
  void vscode.window.showInformationMessage(
    paths.length === 1
      ? say('{file} is in {folder}.', { file: names, folder })
      : say('{files} are in {folder}.', { files: names, folder }),
  );
}

async function chooseFolder(): Promise<string | undefined> {
  const options = { canSelectFiles: false, canSelectFolders: true, openLabel: say('Save Here') };
  return (await vscode.window.showOpenDialog(options))?.[0]?.fsPath;
}
