import assert from 'node:assert/strict';
import { parseTime, type SchedulerId } from '../../../src/core/schedule/scheduled-job';
import { schedulers } from '../../../src/core/schedule/schedules';
import { syncNote, withSyncNote } from '../../../src/core/schedule/sync-note';
import type { ProfileId } from '../../../src/core/spec/catalog.generated';
import { resolveProfile } from '../../../src/core/spec/specification';

const noteFor = (profile: ProfileId, time: string, scheduler: SchedulerId = 'systemd') =>
  syncNote(resolveProfile(profile), parseTime(time) ?? { hour: 0, minute: 0 }, scheduler);

describe('a note of when the consumer reads', () => {
  it('says what is late, and that two clocks may be meant', () => {
    const note = noteFor('summit-k12', '23:30');
    assert.equal(
      note?.text,
      'Summit K12 begins to read at about 10 pm Central, and recommends an export at 7 pm local time. ' +
        'A job at 23:30 is late for that: its package waits for the next evening. ' +
        '19:00 is meant by the clock of the district; the job runs by the clock of the computer that runs it.',
    );
    assert.match(noteFor('summit-k12', '23:30', 'github')?.text ?? '', /the job runs in UTC\.$/);
  });

  it('takes a time as late where the reading before is nearer than the one after it', () => {
    const late = ['19:01', '22:00', '23:59', '0:00', '6:59'];
    const inTime = ['7:00', '12:00', '18:59', '19:00'];
    for (const time of late) assert.equal(noteFor('summit-k12', time)?.isLate, true, time);
    for (const time of inTime) {
      assert.equal(noteFor('summit-k12', time)?.isLate, false, time);
      assert.match(noteFor('summit-k12', time)?.text ?? '', /is in time for that/);
    }
  });

  it('says no more than is known', () => {
    for (const time of ['19:30', '23:30', '2:00']) {
      const note = noteFor('incident-iq', time);
      assert.deepEqual(note, { isLate: false, text: resolveProfile('incident-iq').sync?.text });
      assert.match(note.text, /is not published/);
      assert.equal(noteFor('standard', time), undefined);
    }
  });

  it('comes first of what somebody has to know about a job', () => {
    const job = {
      name: 'North',
      time: { hour: 23, minute: 30 },
      folder: '/north',
      program: ['node'],
      isElectron: false,
      args: ['run'],
    };
    const made = schedulers.cron(job);
    assert.equal(withSyncNote(made, undefined), made);
    assert.deepEqual(withSyncNote(made, { isLate: true, text: 'Late.' }).notes, ['Late.', ...made.notes]);
  });
});
