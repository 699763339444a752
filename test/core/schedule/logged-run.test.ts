import assert from 'node:assert/strict';
import { lastLoggedRun } from '../../../src/core/schedule/logged-run';

const of = { folder: '/srv/north for all', target: 'the best for us' };
const begin = (minute: number, folder = of.folder, target = of.target) =>
  `2026-11-25T23:${String(minute)}:00.000Z info Run of ${folder} for ${target} (sftp.example.org) begins.`;
const line = (minute: number, text: string, level = 'info') =>
  `2026-11-25T23:${String(minute)}:30.000Z ${level} ${text}`;
const at = (minute: number, seconds = '00') => `2026-11-25T23:${String(minute)}:${seconds}.000Z`;
const delivered = (target = of.target) =>
  `Delivered north.zip to ${target}: 8 files, 1,204 records; 1 created, 0 changed, 0 removed.`;
const turnedAway = `Nothing was delivered for ${of.target}: Another run has been at work (already-running)`;

// What `oneroster run` really writes is read back in test/cli/run.test.ts.
describe('the last run in a log', () => {
  it('is the last one of that roster and target, with how it ended', () => {
    const lines = [
      ...[begin(10), line(10, 'Read 8 files.'), line(10, delivered())],
      ...[begin(20), line(20, `Nothing was delivered for ${of.target}: 60 % (gate-refused)`, 'error')],
      ...[begin(30, '/srv/south'), line(30, delivered())],
      ...[begin(40, of.folder, 'spare'), line(40, delivered('spare'))],
    ];
    assert.deepEqual(lastLoggedRun(lines, of), {
      began: at(20),
      end: {
        ...{ time: at(20, '30'), result: 'stopped', exitCode: 3 },
        summary: `Nothing was delivered for ${of.target}: 60 % (gate-refused)`,
        reason: '60 %',
      },
    });
    assert.equal(lastLoggedRun(lines, { ...of, target: undefined })?.began, at(40));
    assert.equal(lastLoggedRun(lines, { ...of, target: 'other' }), undefined);
    assert.equal(lastLoggedRun(lines, { ...of, folder: '/srv' }), undefined);
  });

  it('has no end where none is written down', () => {
    assert.deepEqual(lastLoggedRun([begin(10), line(10, delivered()), begin(20)], of), { began: at(20) });
    assert.equal(lastLoggedRun([], of), undefined);
    assert.equal(lastLoggedRun(['', 'what somebody wrote', line(10, delivered())], of), undefined);
  });

  it('ends by itself, by a cancel, by a bug, and after all that may go wrong', () => {
    const ends: readonly (readonly [string, string, number, string?])[] = [
      [delivered(), 'delivered', 0],
      [`All is well to deliver north.zip to ${of.target}: 8 files, 9 records. Nothing was sent.`, 'tried', 0],
      [
        `Cancelled for ${of.target}: You have cancelled it. (cancelled)`,
        'cancelled',
        130,
        'You have cancelled it.',
      ],
      [`Nothing was delivered for ${of.target}: 3 errors (x) (problems-found)`, 'stopped', 1, '3 errors (x)'],
      [`Nothing was delivered for ${of.target}: It is old. (files-stale)`, 'stopped', 2, 'It is old.'],
      [`Nothing was delivered for ${of.target}: No answer. (connection-timeout)`, 'stopped', 4, 'No answer.'],
      [`Nothing was delivered for ${of.target}: A bug in OneRoster`, 'stopped', 2, 'A bug in OneRoster'],
      ['The run ended by a bug in OneRoster, not in the files.', 'stopped', 2],
    ];
    for (const [summary, result, exitCode, reason] of ends) {
      const end = lastLoggedRun([begin(10), line(11, summary)], of)?.end;
      assert.deepEqual(end, {
        ...{ time: at(11, '30'), result, exitCode, summary },
        ...(reason === undefined ? {} : { reason }),
      });
    }
  });

  it('is told from one that was turned away meanwhile', () => {
    const lines = [begin(10), begin(20), line(20, turnedAway, 'error'), line(30, delivered())];
    assert.deepEqual(lastLoggedRun(lines.slice(0, 3), of)?.end?.exitCode, 2);
    const last = lastLoggedRun(lines, of);
    assert.deepEqual([last?.began, last?.end?.result], [at(10), 'delivered']);
  });

  it('is not taken for one that was cut off before', () => {
    const takenOver = line(20, 'The last run did not end; its lock was taken over.', 'warning');
    const last = lastLoggedRun([begin(10), begin(20), takenOver, line(20, delivered())], of);
    assert.deepEqual([last?.began, last?.end?.result], [at(20), 'delivered']);
    // One of another target ends for itself.
    const other = [begin(10, of.folder, 'spare'), begin(20), line(20, delivered())];
    assert.equal(lastLoggedRun(other, of)?.end?.result, 'delivered');
  });
});
