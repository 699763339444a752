import { jobId, noControls, timeText, type Schedule, type ScheduledJob } from './scheduled-job';
import { shellArgument } from './cron-line';
import { phrase, sentence } from '../text/say';

/** Where the program is expected in the repository. */
const programInRepository = '.github/oneroster/cli.js';

/** A workflow of GitHub Actions, for a roster that lies in a repository. Of the job, its paths are those in the repository. */
export function githubWorkflow(job: ScheduledJob): Schedule {
  const name = `${jobId(job)}.yml`;
  return {
    scheduler: 'github',
    place: '.github/workflows',
    files: [{ name, text: workflow(job), encoding: 'utf8' }],
    install: [],
    ...noControls,
    runNow: [{ argv: ['gh', 'workflow', 'run', name], does: phrase('Runs it now.') }],
    disable: [{ argv: ['gh', 'workflow', 'disable', name], does: phrase('Stops running it every day.') }],
    enable: [{ argv: ['gh', 'workflow', 'enable', name], does: phrase('Runs it every day again.') }],
    show: [{ argv: ['gh', 'run', 'list', '--workflow', name], does: phrase('Shows the last runs.') }],
    notes: [
      sentence('Copy cli.js of this extension to {place}, and commit both files.', {
        place: programInRepository,
      }),
      sentence('Times of a workflow are UTC: {time} is written as it stands. Change it for your time zone.', {
        time: timeText(job.time),
      }),
      phrase('Keep the password or passphrase as the secret ONEROSTER_SFTP_PASSWORD of the repository.'),
      phrase('A roster is personal data. Use a private repository, and only if your district allows that.'),
    ],
  };
}

function workflow(job: ScheduledJob): string {
  const { hour, minute } = job.time;
  const command = ['node', programInRepository, ...job.args].map(shellArgument).join(' ');
  return [
    `name: ${JSON.stringify(`OneRoster: ${job.name}`)}`,
    'on:',
    '  schedule:',
    `    - cron: '${String(minute)} ${String(hour)} * * *'`,
    '  workflow_dispatch:',
    'permissions:',
    '  contents: read',
    'concurrency:',
    `  group: ${jobId(job)}`,
    '  cancel-in-progress: false',
    'jobs:',
    '  deliver:',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 240',
    '    steps:',
    '      - uses: actions/checkout@v4',
    '      - uses: actions/setup-node@v4',
    '        with:',
    '          node-version: 20',
    '      # The last delivery, to compare the next one with.',
    '      - uses: actions/cache@v4',
    '        with:',
    '          path: .oneroster',
    `          key: ${jobId(job)}-\${{ github.run_id }}`,
    `          restore-keys: ${jobId(job)}-`,
    `      - run: ${JSON.stringify(command)}`,
    '        env:',
    '          ONEROSTER_SFTP_PASSWORD: ${{ secrets.ONEROSTER_SFTP_PASSWORD }}',
    '',
  ].join('\n');
}
