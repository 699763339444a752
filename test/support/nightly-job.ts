import type { ScheduledJob } from '../../src/core/schedule/scheduled-job';

/** A job as people have it, with nothing in it that a format reads as its own. */
export const nightlyJob: ScheduledJob = {
  name: 'North',
  time: { hour: 23, minute: 30 },
  folder: '/srv/north',
  program: ['/usr/bin/node', '/opt/cli.js'],
  isElectron: false,
  args: ['run', '/srv/north'],
};
