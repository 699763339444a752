import assert from 'node:assert/strict';
import { describeInstalled } from '../../../src/core/schedule/describe-schedule';
import {
  byHand,
  controlsOf,
  filesOf,
  isSameJob,
  type KeptJob,
} from '../../../src/core/schedule/job-controls';
import { schedulers } from '../../../src/core/schedule/schedules';
import { inEnglish } from '../../../src/core/text/say';
import { nightlyJob } from '../../support/nightly-job';

const job = { ...nightlyJob, name: 'North: all' };
const name = job.name;
const kept = {
  systemd: {
    scheduler: 'systemd',
    name,
    id: 'oneroster-north-all',
    path: '/home/me/a b/oneroster-north-all.timer',
  },
  launchd: {
    ...{ scheduler: 'launchd', name, id: 'org.oneroster-north-all' },
    path: '~/Library/LaunchAgents/org.oneroster-north-all.plist',
  },
  windows: { scheduler: 'windows', name, id: '\\OneRoster\\North all' },
  cron: { scheduler: 'cron', name, id: 'oneroster-north-all' },
} as const satisfies Readonly<Record<string, KeptJob>>;

describe('a job that is installed', () => {
  it('is told the same as where it was made', () => {
    for (const each of Object.values(kept)) {
      const { runNow, stop, disable, enable, remove, show } = schedulers[each.scheduler](job);
      assert.deepEqual(controlsOf(each), { runNow, stop, disable, enable, remove, show }, each.scheduler);
    }
  });

  it('is changed by hand with one line', () => {
    assert.equal(byHand(kept.systemd, 'disable'), 'systemctl --user disable --now oneroster-north-all.timer');
    assert.equal(
      byHand(kept.systemd, 'remove'),
      'systemctl --user disable --now oneroster-north-all.timer && ' +
        "rm '/home/me/a b/oneroster-north-all.service' '/home/me/a b/oneroster-north-all.timer' && " +
        'systemctl --user daemon-reload',
    );
    assert.equal(
      byHand({ ...kept.systemd, isOfSystem: true }, 'enable'),
      'sudo systemctl enable --now oneroster-north-all.timer',
    );
    assert.equal(byHand(kept.windows, 'enable'), 'schtasks /Change /TN "\\OneRoster\\North all" /ENABLE');
    assert.match(byHand(kept.launchd, 'remove'), /^launchctl unload -w .*\.plist && rm .*\.plist$/);
    assert.equal(byHand(kept.cron, 'remove'), 'crontab -e');
  });

  it('consists of files where its scheduler has some', () => {
    assert.equal(filesOf(kept.systemd).length, 2);
    assert.deepEqual(filesOf(kept.launchd), [kept.launchd.path]);
    assert.deepEqual([...filesOf(kept.windows), ...filesOf(kept.cron)], []);
  });

  it('is another where anything that names it differs', () => {
    assert.ok(isSameJob(kept.cron, { ...kept.cron }));
    for (const other of [kept.systemd, { ...kept.cron, id: 'x' }, { ...kept.cron, name: 'x' }])
      assert.ok(!isSameJob(kept.cron, other));
    assert.ok(!isSameJob(kept.systemd, { ...kept.systemd, isOfSystem: true }));
  });

  it('is shown with all of its texts, and what its scheduler can be told', () => {
    const parts = [{ place: '/a.service', text: '[Service]\r\n' }];
    const controls = controlsOf(kept.systemd);
    const text = describeInstalled({ scheduler: 'systemd', parts, controls }, inEnglish);
    assert.match(text, /^--- \/a\.service\n\[Service\]\n\nTo run it now:\n/);
    const titles = text.match(/^To .*(?=:$)/gm);
    assert.deepEqual(titles, [
      ...['To run it now', 'To end a run that is under way', 'To see how it went'],
      ...['To disable it', 'To enable it again', 'To remove it'],
    ]);
    const lines = {
      scheduler: 'cron' as const,
      parts: [...parts, ...parts],
      controls: controlsOf(kept.cron),
    };
    assert.match(
      describeInstalled(lines, inEnglish),
      /^--- \/a\.service\n\[Service\]\n\n--- \/a\.service\n\[Service\]\n\nLook at it with "crontab -l".*\n$/,
    );
  });
});
