import {
  electronVariable,
  jobId,
  timeText,
  type JobControls,
  type Schedule,
  type ScheduleCommand,
  type ScheduledJob,
} from './scheduled-job';
import { phrase } from '../text/say';

/** A service of systemd with its timer, of the account that installs it. */
export function systemdUnits(job: ScheduledJob): Schedule {
  const id = jobId(job);
  const timer = `${id}.timer`;
  const service = `${id}.service`;
  const { enable, ...controls } = systemdControls(id);
  return {
    scheduler: 'systemd',
    place: '~/.config/systemd/user',
    files: [
      { name: service, text: serviceUnit(job), encoding: 'utf8' },
      { name: timer, text: timerUnit(job), encoding: 'utf8' },
    ],
    install: [
      { argv: ['systemctl', '--user', 'daemon-reload'], does: phrase('Reads the units.') },
      ...enable,
      {
        argv: ['loginctl', 'enable-linger'],
        does: phrase('Lets your services run while you are not logged in.'),
      },
    ],
    enable,
    ...controls,
    notes: [phrase('A run that was missed because the computer was off is made up for at its next start.')],
  };
}

/**
 * What systemd is told about a service with its timer.
 * @param id the name of both, without its ending
 * @param isOfSystem whether they are the computer's rather than those of an account
 */
export function systemdControls(id: string, isOfSystem = false): JobControls {
  const [timer, service] = [`${id}.timer`, `${id}.service`];
  const systemctl = (does: string, ...args: readonly string[]): ScheduleCommand => ({
    argv: ['systemctl', ...(isOfSystem ? [] : ['--user']), ...args],
    does,
  });
  return {
    runNow: [systemctl(phrase('Runs it now.'), 'start', service)],
    stop: [systemctl(phrase('Ends a run that is under way.'), 'stop', service)],
    disable: [systemctl(phrase('Stops running it every day.'), 'disable', '--now', timer)],
    enable: [
      systemctl(
        phrase('Starts the timer, now and after each start of the computer.'),
        'enable',
        '--now',
        timer,
      ),
    ],
    remove: [
      systemctl(phrase('Stops running it every day. Then remove the two files.'), 'disable', '--now', timer),
      systemctl(phrase('Reads the units.'), 'daemon-reload'),
    ],
    show: [
      systemctl(phrase('Shows when it ran last and when it runs next.'), 'list-timers', timer),
      systemctl(phrase('Shows how the last run went.'), 'status', service),
    ],
  };
}

function serviceUnit(job: ScheduledJob): string {
  const command = [...job.program, ...job.args].map(systemdArgument).join(' ');
  return [
    '[Unit]',
    `Description=${systemdText(`OneRoster: ${job.name}`)}`,
    'Wants=network-online.target',
    'After=network-online.target',
    'StartLimitIntervalSec=1h',
    'StartLimitBurst=4',
    '',
    '[Service]',
    'Type=oneshot',
    `WorkingDirectory=${systemdText(job.folder)}`,
    ...(job.isElectron ? [`Environment=${electronVariable}=1`] : []),
    `ExecStart=${command}`,
    'UMask=0077',
    'TimeoutStartSec=4h',
    // Network trouble may pass; what is wrong with the files, the configuration or the gate does not.
    'Restart=on-failure',
    'RestartSec=10min',
    'RestartPreventExitStatus=1 2 3 130',
    '',
  ].join('\n');
}

function timerUnit(job: ScheduledJob): string {
  return [
    '[Unit]',
    `Description=${systemdText(`OneRoster every day at ${timeText(job.time)}: ${job.name}`)}`,
    '',
    '[Timer]',
    `OnCalendar=*-*-* ${timeText(job.time)}:00`,
    'Persistent=true',
    '',
    '[Install]',
    'WantedBy=timers.target',
    '',
  ].join('\n');
}

/** A value of a unit: a percent sign begins a specifier. */
function systemdText(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/%/g, '%%');
}

/** An argument of a command: in quotes, with what systemd would read otherwise escaped. */
export function systemdArgument(text: string): string {
  return `"${systemdText(text).replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\$/g, '$$$$')}"`;
}
