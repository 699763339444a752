import {
  electronVariable,
  jobId,
  timeText,
  type JobControls,
  type Schedule,
  type ScheduleCommand,
  type ScheduledJob,
} from './scheduled-job';
import { xmlText } from './xml-text';
import { phrase } from '../text/say';

/** The day that the schedule begins on; any day that has passed will do. */
const firstDay = '2026-01-01';
/** The folder of tasks. */
const taskFolder = 'OneRoster';

/**
 * A task of Windows Task Scheduler: every day, whether somebody is logged on or not, with highest privileges, in the folder of the job,
 * never twice at a time, tried again three times, made up for where the computer was off.
 *
 * Elements, their order and their types are those of the XML Task Definition Format of [MS-TSCH], section 2.5
 * (https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-tsch/0d6383e4-de92-43e7-b0bb-a60cfa36379f).
 */
export function windowsTask(job: ScheduledJob): Schedule {
  const file = `${jobId(job)}.xml`;
  const path = taskPath(job);
  return {
    scheduler: 'windows',
    place: phrase('a folder of your choice; Task Scheduler keeps a copy'),
    files: [{ name: file, text: taskXml(job), encoding: 'utf16le' }],
    install: [
      schtasks(
        phrase(
          'Registers the task. It asks for the password of the account, which Windows keeps, so that it can run while nobody is logged on.',
        ),
        ...['/Create', '/TN', path, '/XML', file, '/RU', '%USERDOMAIN%\\%USERNAME%', '/RP', '*', '/F'],
      ),
    ],
    ...taskControls(path),
    notes,
  };
}

/** What Task Scheduler is told about a task. @param path its folder and name */
export function taskControls(path: string): JobControls {
  return {
    runNow: [schtasks(phrase('Runs the task now.'), '/Run', '/TN', path)],
    stop: [schtasks(phrase('Ends a run that is under way.'), '/End', '/TN', path)],
    disable: [
      schtasks(
        phrase('Stops running it every day; /ENABLE takes that back.'),
        ...['/Change', '/TN', path, '/DISABLE'],
      ),
    ],
    enable: [schtasks(phrase('Runs it every day again.'), '/Change', '/TN', path, '/ENABLE')],
    remove: [schtasks(phrase('Removes the task.'), '/Delete', '/TN', path, '/F')],
    show: [
      schtasks(
        phrase('Shows when it ran last, with its exit code, and when it runs next.'),
        ...['/Query', '/TN', path, '/V', '/FO', 'LIST'],
      ),
    ],
  };
}

function schtasks(does: string, ...args: readonly string[]): ScheduleCommand {
  return { argv: ['schtasks', ...args], does };
}

/** The folder and name of a job's task. */
export function taskPath(job: Pick<ScheduledJob, 'name'>): string {
  return `\\${taskFolder}\\${taskName(job)}`;
}

const notes = [
  phrase(
    'Run schtasks from a command prompt that was opened with "Run as administrator": a task with highest privileges can be made by administrators only.',
  ),
  phrase('To use another account, name it with /RU. It needs the right "Log on as a batch job".'),
];

/** Names of tasks are names of files, too. */
function taskName({ name }: Pick<ScheduledJob, 'name'>): string {
  return (
    name
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .replace(/ +/g, ' ')
      .trim() || 'Roster'
  );
}

/** No overlap; tried again after network trouble; made up for where the computer was off; on a notebook, too. */
const settings = [
  '  <Settings>',
  '    <AllowStartOnDemand>true</AllowStartOnDemand>',
  '    <RestartOnFailure>',
  '      <Interval>PT10M</Interval>',
  '      <Count>3</Count>',
  '    </RestartOnFailure>',
  '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
  '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
  '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
  '    <AllowHardTerminate>true</AllowHardTerminate>',
  '    <StartWhenAvailable>true</StartWhenAvailable>',
  '    <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>',
  '    <Enabled>true</Enabled>',
  '    <ExecutionTimeLimit>PT4H</ExecutionTimeLimit>',
  '  </Settings>',
];

function taskXml(job: ScheduledJob): string {
  const [command, args] = commandOf(job);
  const lines = [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <RegistrationInfo>',
    '    <Author>OneRoster</Author>',
    `    <Description>${xmlText(`Checks, packages and uploads a roster: ${job.name}`)}</Description>`,
    '  </RegistrationInfo>',
    '  <Triggers>',
    '    <CalendarTrigger>',
    '      <Enabled>true</Enabled>',
    `      <StartBoundary>${firstDay}T${timeText(job.time)}:00</StartBoundary>`,
    '      <ScheduleByDay>',
    '        <DaysInterval>1</DaysInterval>',
    '      </ScheduleByDay>',
    '    </CalendarTrigger>',
    '  </Triggers>',
    '  <Principals>',
    '    <Principal id="Author">',
    '      <LogonType>Password</LogonType>',
    '      <RunLevel>HighestAvailable</RunLevel>',
    '    </Principal>',
    '  </Principals>',
    ...settings,
    '  <Actions Context="Author">',
    '    <Exec>',
    `      <Command>${xmlText(command)}</Command>`,
    `      <Arguments>${xmlText(args)}</Arguments>`,
    `      <WorkingDirectory>${xmlText(job.folder)}</WorkingDirectory>`,
    '    </Exec>',
    '  </Actions>',
    '</Task>',
    '',
  ];
  return lines.join('\r\n');
}

/** A task has no environment of its own, so the variable is set by a shell. */
function commandOf({ program, args, isElectron }: ScheduledJob): readonly [string, string] {
  const [command = '', ...first] = program;
  const line = [...first, ...args].map(windowsArgument).join(' ');
  if (!isElectron) return [command, line];
  return ['cmd.exe', `/d /s /c "set ${electronVariable}=1&& ${windowsArgument(command)} ${line}"`];
}

/** An argument as C programs on Windows read it: quotes round it, and backslashes doubled before a quote. */
export function windowsArgument(text: string): string {
  if (text !== '' && !/[\s"&|<>^%]/.test(text)) return text;
  return `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
}
