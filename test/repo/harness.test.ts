import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { countsAfter } from '../../scripts/editor/counts.mjs';
import { openLifetime } from '../../scripts/editor/lifetime.mjs';
import { removeAbandoned, temporaryFolder } from '../../scripts/editor/temporary.mjs';

describe('the editor harness', () => {
  it('ends the newest first, all of it, and then says what failed', async () => {
    const lifetime = openLifetime();
    const ended: string[] = [];
    lifetime.own(() => ended.push('first'));
    lifetime.own(() => Promise.reject(new Error('stuck')));
    lifetime.own(() => ended.push('last'));
    await assert.rejects(lifetime.end(), (error) => {
      assert.ok(error instanceof AggregateError);
      assert.deepEqual(
        error.errors.map((one: unknown) => String(one)),
        ['Error: stuck'],
      );
      return true;
    });
    assert.deepEqual(ended, ['last', 'first']);
    assert.ok(lifetime.isEnding());
  });

  it('removes temporary folders of processes that no longer run, and no others', async () => {
    const lifetime = openLifetime();
    try {
      const parent = await temporaryFolder(lifetime);
      const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
      await once(gone, 'exit');
      for (const name of [`x-${String(gone.pid)}-`, `x-${String(process.pid)}-`, 'other'])
        await mkdir(join(parent, name));
      await removeAbandoned(parent, /^x-(\d+)-/);
      assert.deepEqual(await readdir(parent), ['other', `x-${String(process.pid)}-`]);
    } finally {
      await lifetime.end();
    }
  });

  describe('counts a run', () => {
    const counted = { passed: 3, failed: 0, pending: 1 };
    const cases = [
      { what: 'as it was', counts: counted, cutShort: '', expected: counted },
      {
        what: 'that was cut short as one failure more',
        counts: counted,
        cutShort: 'hung',
        expected: { ...counted, failed: 1 },
      },
      {
        what: 'that left nothing as a failure',
        counts: undefined,
        cutShort: '',
        expected: { passed: 0, failed: 1, pending: 0 },
      },
      {
        what: 'in which all was pending as a failure',
        counts: { passed: 0, failed: 0, pending: 2 },
        cutShort: '',
        expected: { passed: 0, failed: 1, pending: 2 },
      },
      {
        what: 'with failures only once, whatever its exit code',
        counts: { passed: 1, failed: 2, pending: 0 },
        cutShort: 'ended with exit code 1',
        expected: { passed: 1, failed: 2, pending: 0 },
      },
    ];
    for (const { what, counts, cutShort, expected } of cases) {
      it(what, async () => {
        const lifetime = openLifetime();
        try {
          const file = join(await temporaryFolder(lifetime), 'counts.json');
          if (counts) await writeFile(file, JSON.stringify(counts));
          const said: string[] = [];
          assert.deepEqual(await countsAfter(file, cutShort, { say: (line) => said.push(line) }), expected);
          assert.equal(said.length, expected.failed === (counts?.failed ?? 0) ? 0 : 1);
        } finally {
          await lifetime.end();
        }
      });
    }
  });
});
