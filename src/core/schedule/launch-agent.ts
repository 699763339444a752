import { electronVariable, jobId, type Schedule, type ScheduledJob } from './scheduled-job';
import { xmlText } from './xml-text';
import { phrase } from '../text/say';

/** An agent of launchd, of the account that installs it. */
export function launchAgent(job: ScheduledJob): Schedule {
  const label = `org.${jobId(job)}`;
  const file = `${label}.plist`;
  const place = '~/Library/LaunchAgents';
  const launchctl = (does: string, ...args: readonly string[]) => ({ argv: ['launchctl', ...args], does });
  return {
    scheduler: 'launchd',
    place,
    files: [{ name: file, text: plist(job, label), encoding: 'utf8' }],
    install: [launchctl(phrase('Loads the agent, now and at each login.'), 'load', '-w', `${place}/${file}`)],
    runNow: [launchctl(phrase('Runs it now.'), 'start', label)],
    disable: [launchctl(phrase('Stops running it every day.'), 'unload', '-w', `${place}/${file}`)],
    remove: [
      launchctl(
        phrase('Stops running it every day. Then remove the file.'),
        'unload',
        '-w',
        `${place}/${file}`,
      ),
    ],
    show: [launchctl(phrase('Shows the agent, with the exit code of its last run.'), 'list', label)],
    notes: [
      phrase(
        'An agent runs while its account is logged in. A run that was missed because the Mac slept is made up for when it wakes.',
      ),
    ],
  };
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
