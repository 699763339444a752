import {
  electronVariable,
  jobId,
  type JobControls,
  type Schedule,
  type ScheduleCommand,
  type ScheduledJob,
} from './scheduled-job';
import { xmlText } from './xml-text';
import { phrase } from '../text/say';

/** An agent of launchd, of the account that installs it. */
export function launchAgent(job: ScheduledJob): Schedule {
  const label = `org.${jobId(job)}`;
  const file = `${label}.plist`;
  const place = '~/Library/LaunchAgents';
  return {
    scheduler: 'launchd',
    place,
    files: [{ name: file, text: plist(job, label), encoding: 'utf8' }],
    install: [launchctl(phrase('Loads the agent, now and at each login.'), 'load', '-w', `${place}/${file}`)],
    ...launchdControls(label, `${place}/${file}`),
    notes: [
      phrase(
        'An agent runs while its account is logged in. A run that was missed because the Mac slept is made up for when it wakes.',
      ),
    ],
  };
}

/** What launchd is told about an agent. @param path that of its file */
export function launchdControls(label: string, path: string): JobControls {
  return {
    runNow: [launchctl(phrase('Runs it now.'), 'start', label)],
    stop: [launchctl(phrase('Ends a run that is under way.'), 'stop', label)],
    disable: [launchctl(phrase('Stops running it every day.'), 'unload', '-w', path)],
    enable: [launchctl(phrase('Runs it every day again.'), 'load', '-w', path)],
    remove: [launchctl(phrase('Stops running it every day. Then remove the file.'), 'unload', '-w', path)],
    show: [launchctl(phrase('Shows the agent, with the exit code of its last run.'), 'list', label)],
  };
}

function launchctl(does: string, ...args: readonly string[]): ScheduleCommand {
  return { argv: ['launchctl', ...args], does };
}

function plist(job: ScheduledJob, label: string): string {
  const text = (value: string) => `<string>${xmlText(value)}</string>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    '  <key>Label</key>',
    `  ${text(label)}`,
    '  <key>ProgramArguments</key>',
    '  <array>',
    ...[...job.program, ...job.args].map((argument) => `    ${text(argument)}`),
    '  </array>',
    '  <key>WorkingDirectory</key>',
    `  ${text(job.folder)}`,
    ...(job.isElectron
      ? [
          '  <key>EnvironmentVariables</key>',
          '  <dict>',
          `    <key>${electronVariable}</key>`,
          `    ${text('1')}`,
          '  </dict>',
        ]
      : []),
    '  <key>StartCalendarInterval</key>',
    '  <dict>',
    '    <key>Hour</key>',
    `    <integer>${String(job.time.hour)}</integer>`,
    '    <key>Minute</key>',
    `    <integer>${String(job.time.minute)}</integer>`,
    '  </dict>',
    '</dict>',
    '</plist>',
    '',
  ].join('\n');
}
