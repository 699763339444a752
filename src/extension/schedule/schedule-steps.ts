import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { Target } from '../../core/delivery/target';
import { parseTime, timeText, type SchedulerId, type TimeOfDay } from '../../core/schedule/scheduled-job';
import { schedulerIds } from '../../core/schedule/schedules';
import type { ProfileFact } from '../../core/spec/types';
import { askChoice, askText, mapAnswer } from '../input/ask';
import type { Step } from '../input/run-steps';
import { say } from '../say';

/** What a person says about a nightly job. */
export interface ScheduleForm {
  readonly target: Target;
  readonly name: string;
  readonly time: TimeOfDay;
  readonly scheduler: SchedulerId;
  /** The file that the job reads the password or passphrase from; empty for none. */
  readonly envFile: string;
}

const schedulerTitles: Readonly<Record<SchedulerId, string>> = {
  windows: say('Windows Task Scheduler'),
  systemd: say('systemd service and timer (Linux)'),
  cron: say('crontab (Linux, macOS)'),
  launchd: 'launchd (macOS)',
  github: say('GitHub Actions workflow'),
};

/** The profile of a target's consumer. */
export type ProfileOf = (target: Target) => ProfileFact;

/** The questions of Schedule. */
export function scheduleSteps(
  targets: readonly Target[],
  profileOf: ProfileOf,
): readonly Step<ScheduleForm>[] {
  return [
    { applies: () => targets.length > 1, ask: askTargetOf(targets) },
    { ask: askName },
    { ask: askTimeFor(profileOf) },
    { ask: askScheduler },
    { applies: ({ target }) => target.authentication !== 'agent', ask: askEnvFile },
  ];
}

function askTargetOf(targets: readonly Target[]): Step<ScheduleForm>['ask'] {
  return async (form, place) => {
    const items = targets.map((target) => ({ label: target.name, description: target.host, value: target }));
    const answer = await askChoice({ ...place, items, value: form.target, placeholder: say('Where to') });
    return mapAnswer(answer, (target) => ({ ...form, target }));
  };
}

const askName: Step<ScheduleForm>['ask'] = async (form, place) => {
  const answer = await askText({
    ...place,
    value: form.name,
    prompt: say('What the job is called'),
    check: (value) => (value.trim() === '' ? say('A name is needed.') : undefined),
  });
  return mapAnswer(answer, (name) => ({ ...form, name: name.trim() }));
};

/** With what is known of when the consumer reads. */
function askTimeFor(profileOf: ProfileOf): Step<ScheduleForm>['ask'] {
  return async (form, place) => {
    const known = profileOf(form.target).sync?.text;
    const prompt = say('When it runs every day, by the clock of the computer that runs it');
    const answer = await askText({
      ...place,
      value: timeText(form.time),
      prompt: known === undefined ? prompt : `${prompt}. ${say(known)}`,
      check: (value) =>
        parseTime(value) === undefined ? say('Write it as 23:30, hours from 0 to 23.') : undefined,
    });
    return mapAnswer(answer, (text) => ({ ...form, time: parseTime(text) ?? form.time }));
  };
}

const askScheduler: Step<ScheduleForm>['ask'] = async (form, place) => {
  const items = schedulerIds.map((id) => ({ label: schedulerTitles[id], value: id }));
  const answer = await askChoice({ ...place, items, value: form.scheduler, placeholder: say('Who runs it') });
  return mapAnswer(answer, (scheduler) => ({ ...form, scheduler }));
};

const askEnvFile: Step<ScheduleForm>['ask'] = async (form, place) => {
  const what = form.target.authentication === 'key' ? say('passphrase of the key') : say('password');
  const answer = await askText({
    ...place,
    value: form.envFile,
    placeholder: '~/oneroster.env',
    prompt: say(
      'The file with ONEROSTER_SFTP_PASSWORD=… that only you may read, for the {what}; empty if the job needs none',
      { what },
    ),
    check: (value) =>
      form.target.authentication === 'password' && value.trim() === ''
        ? say('The target logs in with a password, and nobody is there at night to type it.')
        : undefined,
    browse: { tooltip: say('Choose the file'), choose: chooseFile },
  });
  return mapAnswer(answer, (envFile) => ({ ...form, envFile: envFile.trim() }));
};

async function chooseFile(): Promise<string | undefined> {
  const defaultUri = vscode.Uri.file(homedir());
  const [chosen] = (await vscode.window.showOpenDialog({ defaultUri, openLabel: say('Choose') })) ?? [];
  return chosen?.fsPath;
}
