import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { shellArgument } from '../../../src/core/schedule/cron-line';
import { jobId, parseTime, type ScheduledJob } from '../../../src/core/schedule/scheduled-job';
import { schedulerIds, schedulers, usualScheduler } from '../../../src/core/schedule/schedules';
import { windowsArgument } from '../../../src/core/schedule/windows-task';
import { inTemporaryFolder } from '../../node/support/temporary-folder';

const run = promisify(execFile);

/** With everything in its texts that some format would read as its own. */
const job: ScheduledJob = {
  name: 'North & "South" <50 %> $HOME – Süd',
  time: { hour: 23, minute: 5 },
  folder: '/srv/rosters/north & south',
  program: ['/opt/node 20/bin/node', '/opt/oneroster/cli.js'],
  isElectron: false,
  args: ['run', "the 'north' 100%", '--target', 'i$iq"x'],
};

describe('schedules', () => {
  it('read a time of day, and nothing else', () => {
    assert.deepEqual(parseTime('23:05'), { hour: 23, minute: 5 });
    assert.deepEqual(parseTime(' 7:30 '), { hour: 7, minute: 30 });
    for (const text of ['24:00', '7:60', '7', '11 pm', '07:5'])
      assert.equal(parseTime(text), undefined, text);
  });

  it('name files and units after the job', () => {
    assert.equal(jobId(job), 'oneroster-north-south-50-home-sud');
    assert.equal(jobId({ name: '日本' }), 'oneroster-roster');
  });

  it('are made for the scheduler that a system has of its own', () => {
    const usual = ['win32', 'darwin', 'linux', 'freebsd'].map((platform) => usualScheduler(platform));
    assert.deepEqual(usual, ['windows', 'launchd', 'systemd', 'systemd']);
  });

  it('hold no secret, and name the same program and command everywhere but in a workflow', () => {
    for (const id of schedulerIds.filter((each) => each !== 'github')) {
      const text = schedulers[id](job)
        .files.map((file) => file.text)
        .join('\n');
      assert.match(text, /cli\.js/, id);
      assert.doesNotMatch(text, /ONEROSTER_SFTP_PASSWORD/, id);
    }
  });

  it('tell the runtime of VS Code to be Node, where that is what runs them', () => {
    for (const id of ['windows', 'systemd', 'cron', 'launchd'] as const) {
      const text = schedulers[id]({ ...job, isElectron: true })
        .files.map((file) => file.text)
        .join('\n');
      assert.match(text, /ELECTRON_RUN_AS_NODE/, id);
      assert.doesNotMatch(
        schedulers[id](job)
          .files.map((file) => file.text)
          .join(),
        /ELECTRON/,
        id,
      );
    }
  });
});

describe('a task of Windows Task Scheduler', () => {
  const [file] = schedulers.windows(job).files;
  const xml = file?.text ?? '';

  /**
   * What [MS-TSCH] 2.5 allows in each element; of `CalendarTrigger` in this order (2.5.3.1 and 2.5.3.9), of the others in any.
   * https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-tsch/0d6383e4-de92-43e7-b0bb-a60cfa36379f
   */
  const allowed: Readonly<Record<string, readonly string[]>> = {
    Task: ['RegistrationInfo', 'Triggers', 'Settings', 'Data', 'Principals', 'Actions'],
    RegistrationInfo: [
      'URI',
      'SecurityDescriptor',
      'Source',
      'Date',
      'Author',
      'Version',
      'Description',
      'Documentation',
    ],
    Triggers: ['CalendarTrigger'],
    CalendarTrigger: [
      'Enabled',
      'StartBoundary',
      'EndBoundary',
      'Repetition',
      'ExecutionTimeLimit',
      'RandomDelay',
      'ScheduleByDay',
    ],
    ScheduleByDay: ['DaysInterval'],
    Principals: ['Principal'],
    Principal: ['UserId', 'LogonType', 'GroupId', 'DisplayName', 'RunLevel'],
    Settings: [
      ...['AllowStartOnDemand', 'RestartOnFailure', 'MultipleInstancesPolicy', 'DisallowStartIfOnBatteries'],
      ...['StopIfGoingOnBatteries', 'AllowHardTerminate', 'StartWhenAvailable', 'NetworkProfileName'],
      ...[
        'RunOnlyIfNetworkAvailable',
        'WakeToRun',
        'Enabled',
        'Hidden',
        'DeleteExpiredTaskAfter',
        'IdleSettings',
      ],
      ...['NetworkSettings', 'ExecutionTimeLimit', 'Priority', 'RunOnlyIfIdle'],
    ],
    RestartOnFailure: ['Interval', 'Count'],
    Actions: ['Exec'],
    Exec: ['Command', 'Arguments', 'WorkingDirectory'],
  };
  const types: Readonly<Record<string, RegExp>> = {
    ...Object.fromEntries(
      [
        ...['Enabled', 'AllowStartOnDemand', 'DisallowStartIfOnBatteries', 'StopIfGoingOnBatteries'],
        ...['AllowHardTerminate', 'StartWhenAvailable', 'RunOnlyIfNetworkAvailable'],
      ].map((name) => [name, /^(?:true|false)$/]),
    ),
    StartBoundary: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
    DaysInterval: /^1$/,
    LogonType: /^(?:S4U|Password|InteractiveToken|InteractiveTokenOrPassword)$/,
    RunLevel: /^(?:LeastPrivilege|HighestAvailable)$/,
    Interval: /^PT\d+M$/,
    Count: /^\d+$/,
    MultipleInstancesPolicy: /^(?:Parallel|Queue|IgnoreNew|StopExisting)$/,
    ExecutionTimeLimit: /^PT\d+H$/,
  };

  it('has the elements that the definition of the format has, in its order and of its types', () => {
    for (const element of elementsOf(xml)) {
      const children = allowed[element.name];
      if (children === undefined) {
        assert.match(element.text, types[element.name] ?? /./, element.name);
        continue;
      }
      for (const child of element.children)
        assert.ok(children.includes(child), `${child} in ${element.name}`);
      assert.equal(new Set(element.children).size, element.children.length);
      if (element.name !== 'CalendarTrigger') continue;
      const order = element.children.map((child) => children.indexOf(child));
      assert.deepEqual(
        order,
        [...order].sort((a, b) => a - b),
      );
    }
  });

  it('runs every day at its time, whoever is logged on, with highest privileges, in its folder, and once at a time', () => {
    for (const text of [
      '<StartBoundary>2026-01-01T23:05:00</StartBoundary>',
      '<DaysInterval>1</DaysInterval>',
      '<LogonType>Password</LogonType>',
      '<RunLevel>HighestAvailable</RunLevel>',
      '<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
      '<WorkingDirectory>/srv/rosters/north &amp; south</WorkingDirectory>',
      '<Command>/opt/node 20/bin/node</Command>',
    ])
      assert.ok(xml.includes(text), text);
    assert.equal(file?.encoding, 'utf16le');
  });

  it('is registered, run, disabled and removed by one name, which Windows allows', () => {
    const { install, runNow, disable, remove, show } = schedulers.windows(job);
    for (const { argv } of [...install, ...runNow, ...disable, ...remove, ...show]) {
      assert.ok(argv.includes('\\OneRoster\\North & South 50 % $HOME – Süd'), argv.join(' '));
    }
  });

  it('has arguments as programs on Windows take them apart', () => {
    const texts = ['plain', 'two words', '', 'say "x"', 'C:\\in\\', 'C:\\two words\\', 'a\\"b'];
    const written = texts.map(windowsArgument);
    assert.deepEqual(written, [
      ...['plain', '"two words"', '""', '"say \\"x\\""', 'C:\\in\\', '"C:\\two words\\\\"'],
      '"a\\\\\\"b"',
    ]);
  });
});

describe('a schedule on Linux', () => {
  it('passes systemd-analyze verify, and starts the very program', async function () {
    if (!(await isThere('systemd-analyze'))) this.skip();
    await inTemporaryFolder(async (folder) => {
      const real = { ...job, folder, program: [process.execPath, '/opt/oneroster/cli.js'] };
      const { files } = schedulers.systemd(real);
      for (const { name, text } of files) await writeFile(join(folder, name), text);
      const paths = files.map(({ name }) => join(folder, name));
      // Without a session there is no place for the units of one.
      const env = { ...process.env, XDG_RUNTIME_DIR: folder };
      const { stderr } = await run('systemd-analyze', ['verify', '--user', ...paths], { env });
      const ours = stderr.split('\n').filter((line) => line.includes('oneroster-'));
      assert.deepEqual(ours, []);
    });
  });

  it('by cron gives the shell the same arguments', async function () {
    if (process.platform === 'win32') this.skip();
    await inTemporaryFolder(async (folder) => {
      const script = join(folder, 'print.js');
      await writeFile(script, 'console.log(JSON.stringify([process.cwd(), ...process.argv.slice(2)]))');
      const { files } = schedulers.cron({ ...job, folder, program: [process.execPath, script] });
      const [, , line = ''] = (files[0]?.text ?? '').split('\n');
      assert.match(line, /^5 23 \* \* \* cd /);
      // As cron reads it: a percent sign that is not escaped would end the command.
      assert.doesNotMatch(line, /(^|[^\\])%/);
      const command = line.replace(/^(?:\S+ ){5}/, '').replaceAll('\\%', '%');
      const { stdout } = await run('sh', ['-c', command]);
      assert.deepEqual((JSON.parse(stdout) as string[]).slice(1), job.args);
    });
  });

  it('writes arguments for a shell in quotes only where they need them', () => {
    assert.equal(shellArgument('--target'), '--target');
    assert.equal(shellArgument("it's"), `'it'\\''s'`);
  });
});

describe('an agent of launchd', () => {
  it('is a property list that says what to run and when', async function () {
    const [file] = schedulers.launchd({ ...job, isElectron: true }).files;
    if (!(await isThere('python3'))) this.skip();
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, file?.name ?? '');
      await writeFile(path, file?.text ?? '');
      const program = 'import json,plistlib,sys; print(json.dumps(plistlib.load(open(sys.argv[1],"rb"))))';
      const { stdout } = await run('python3', ['-c', program, path]);
      assert.deepEqual(JSON.parse(stdout), {
        Label: 'org.oneroster-north-south-50-home-sud',
        ProgramArguments: [...job.program, ...job.args],
        WorkingDirectory: job.folder,
        EnvironmentVariables: { ELECTRON_RUN_AS_NODE: '1' },
        StartCalendarInterval: { Hour: 23, Minute: 5 },
      });
    });
  });
});

interface Element {
  readonly name: string;
  readonly children: string[];
  text: string;
}

/** The elements of an XML document without mixed content. */
function elementsOf(xml: string): readonly Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  for (const [, slash, name = '', text = ''] of xml.matchAll(/<(\/?)(\w+)[^>]*>([^<]*)/g)) {
    if (slash === '/') {
      assert.equal(open.pop()?.name, name);
      continue;
    }
    open.at(-1)?.children.push(name);
    const element = { name, children: [], text: text.trim() };
    open.push(element);
    found.push(element);
  }
  assert.deepEqual(open, []);
  return found;
}

async function isThere(program: string): Promise<boolean> {
  try {
    await run(program, ['--version']);
    return true;
  } catch {
    return false;
  }
}
