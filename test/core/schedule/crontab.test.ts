import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  commandOf,
  crontabText,
  isDisabled,
  jobsInCrontab,
  withJob,
  withJobDisabled,
  withJobEnabled,
  withoutJob,
  type FoundJob,
} from '../../../src/core/schedule/crontab';

const job = {
  id: 'oneroster-north',
  lines: '# OneRoster: North\n30 23 * * * cd /srv && node cli.js 50\\%\n',
};
const others = [
  'MAILTO=office@example.org',
  '# a note, 100%',
  '',
  '  */5 * * * * /usr/bin/true',
  '# disabled: 0 1 * * * backup',
  '@reboot run-this\t',
  '\u00e9\u00ff not UTF-8',
  '# OneRoster: not a mark',
];

describe('a job in a crontab', () => {
  it('is added, changed, disabled, enabled and removed, and whatever else is there stays as it is', () => {
    const lines = fc.array(fc.constantFrom(...others), { maxLength: 6 });
    const change = fc.constantFrom('install', 'later', 'disable', 'enable', 'remove');
    fc.assert(
      fc.property(lines, lines, fc.array(change, { maxLength: 5 }), (above, below, changes) => {
        const text = (each: readonly string[]) => each.map((line) => `${line}\n`).join('');
        let crontab = `${text(above)}${crontabText(job)}${text(below)}`;
        for (const each of changes) crontab = changed(crontab, each);
        const [found] = jobsIn(crontab);
        const rest = found === undefined ? crontab : withoutJob(crontab, found);
        assert.equal(rest, `${text(above)}${text(below)}`);
      }),
    );
  });

  it('is put at the end, after a last line without its line feed too', () => {
    assert.equal(withJob('', undefined, job), crontabText(job));
    assert.equal(withJob('A=1', undefined, job), `A=1\n${crontabText(job)}`);
    assert.equal(withJob('A=1\n', undefined, job), `A=1\n${crontabText(job)}`);
  });

  it('is not run while it is disabled, and its command is still known', () => {
    const crontab = withJobDisabled(crontabText(job), one(crontabText(job)));
    assert.ok(!isDisabled(one(crontabText(job))));
    assert.ok(isDisabled(one(crontab)));
    assert.deepEqual(
      crontab.split('\n').filter((line) => line !== '' && !line.startsWith('#')),
      [],
    );
    assert.equal(commandOf(one(crontab)), 'cd /srv && node cli.js 50%');
    assert.equal(withJobDisabled(crontab, one(crontab)), crontab);
  });

  it('is as it was when it is enabled again, and stays so', () => {
    const crontab = crontabText(job);
    const disabled = withJobDisabled(crontab, one(crontab));
    assert.equal(withJobEnabled(disabled, one(disabled)), crontab);
    assert.equal(withJobEnabled(crontab, one(crontab)), crontab);
  });

  it('may have been given other times by hand', () => {
    for (const when of ['0 1-5/2 * * mon', '@daily', '5\t4 * *  *']) {
      const lines = `${when} do this\n`;
      assert.equal(commandOf({ id: 'x', lines }), 'do this', when);
      assert.equal(isDisabled({ id: 'x', lines }), false);
    }
  });

  it('is not guessed at where marks do not belong together', () => {
    const [first, last] = ['# OneRoster begins: a\n', '# OneRoster ends: a\n'];
    for (const text of [first, last, last + first, first + first + last, (first + last).repeat(2)]) {
      assert.equal(jobsInCrontab(text), undefined, text);
    }
    assert.equal(jobsInCrontab(`${first}# OneRoster ends: b\n`), undefined);
    assert.deepEqual(
      jobsInCrontab(`${first}${last}${crontabText(job)}`)?.map(({ id }) => id),
      ['a', job.id],
    );
    assert.equal(jobsInCrontab(first + last.trimEnd())?.length, 1);
  });
});

function changed(crontab: string, change: string): string {
  const [found] = jobsIn(crontab);
  if (change === 'install') return withJob(crontab, found, job);
  if (change === 'later') return withJob(crontab, found, { ...job, lines: '0 4 * * * other\n' });
  if (found === undefined) return crontab;
  if (change === 'enable') return withJobEnabled(crontab, found);
  return change === 'disable' ? withJobDisabled(crontab, found) : withoutJob(crontab, found);
}

function jobsIn(crontab: string): readonly FoundJob[] {
  const jobs = jobsInCrontab(crontab);
  assert.ok(jobs !== undefined);
  return jobs;
}

function one(crontab: string): FoundJob {
  const [found] = jobsIn(crontab);
  assert.ok(found !== undefined);
  return found;
}
