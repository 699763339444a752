import assert from 'node:assert/strict';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { RosterError } from '../../../src/core/errors';
import { crontabText } from '../../../src/core/schedule/crontab';
import { installInCrontab } from '../../../src/node/job/user-crontab';
import { inTemporaryFolder } from '../support/temporary-folder';

const job = { id: 'oneroster-north', lines: '30 23 * * * true\n' };

describe(`a crontab${process.platform === 'win32' ? ' (NOT RUN: Windows has none)' : ''}`, () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('is begun where the program says that there is none', async () => {
    for (const complaint of [
      'no crontab for north',
      "crontab: can't open 'north': No such file or directory",
    ]) {
      const script = '[ "$1" = - ] && exec cat > table; [ -s table ] || complain; cat table';
      await withProgram({ script, complaint, table: '' }, async (read) => {
        await installInCrontab(job);
        assert.equal(await read(), crontabText(job));
      });
    }
  });

  it('is not written over where it cannot be read', async () => {
    const script = '[ "$1" = - ] && exec cat > table; complain';
    await withProgram({ script, complaint: 'You are not allowed' }, async (read) => {
      await rejects(/cannot be read \(You are not allowed\)/);
      assert.equal(await read(), 'MAILTO=north\n');
    });
  });

  it('is said not to have taken a change', async () => {
    const script = '[ "$1" = - ] && complain; cat table';
    await withProgram({ script, complaint: 'disk is full' }, () =>
      rejects(/did not take the change \(disk is full\)/),
    );
    await withProgram({ script: '[ "$1" = - ] || cat table' }, () => rejects(/holds something else/));
  });

  it('needs the program', async () => {
    const { PATH } = process.env;
    process.env['PATH'] = '/nowhere';
    try {
      await rejects(/"crontab" could not be started \(ENOENT\)/);
    } finally {
      process.env['PATH'] = PATH;
    }
  });
});

const rejects = (message: RegExp) =>
  assert.rejects(installInCrontab(job), (error) => {
    assert.ok(RosterError.is(error, 'schedule-failed'));
    assert.match(error.message, message);
    return true;
  });

interface StandIn {
  /** What the program does; it may `complain`. The crontab is the file `table`. */
  readonly script: string;
  readonly complaint?: string;
  readonly table?: string;
}

/** Has a shell script stand in for the program. */
async function withProgram(
  { script, complaint = '', table = 'MAILTO=north\n' }: StandIn,
  work: (read: () => Promise<string>) => Promise<void>,
): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const complain = `complain() { echo "${complaint}" >&2; exit 1; }`;
    await writeFile(
      join(folder, 'crontab'),
      ['#!/bin/sh', `cd '${folder}'`, complain, script, ''].join('\n'),
    );
    await chmod(join(folder, 'crontab'), 0o755);
    await writeFile(join(folder, 'table'), table);
    const { PATH } = process.env;
    process.env['PATH'] = `${folder}${delimiter}${PATH ?? ''}`;
    try {
      await work(() => readFile(join(folder, 'table'), 'utf8'));
    } finally {
      process.env['PATH'] = PATH;
    }
  });
}
