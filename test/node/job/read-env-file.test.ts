import assert from 'node:assert/strict';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RosterError } from '../../../src/core/errors';
import { readEnvFile } from '../../../src/node/job/read-env-file';
import { inTemporaryFolder } from '../support/temporary-folder';

const secret = 'S3cret = "x"';

describe('a file of variables', () => {
  const withFile = (text: string, work: (path: string) => Promise<void>) =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'job.env');
      await writeFile(path, text, { mode: 0o600 });
      await work(path);
    });

  it('gives those of ours, with blanks and quotes round a value taken off', async () => {
    const text = `# of the job\n\nexport ONEROSTER_SFTP_PASSWORD= ${secret} \r\nONEROSTER_A="b c"\nONEROSTER_B='d'\nPATH=/x\n`;
    await withFile(text, async (path) => {
      assert.deepEqual(await readEnvFile(path), {
        ONEROSTER_SFTP_PASSWORD: secret,
        ONEROSTER_A: 'b c',
        ONEROSTER_B: 'd',
      });
    });
  });

  it('is refused where others may read it', async function () {
    if (process.platform === 'win32') this.skip();
    await withFile('ONEROSTER_A=1\n', async (path) => {
      for (const mode of [0o640, 0o604]) {
        await chmod(path, mode);
        await assert.rejects(readEnvFile(path), (error) => RosterError.is(error, 'configuration'));
      }
    });
  });

  it('is refused where a line is no variable, without telling what stands there', async () => {
    await withFile(`ONEROSTER_A=1\n${secret.replace('=', ':')}\n`, async (path) => {
      await assert.rejects(readEnvFile(path), (error) => {
        assert.ok(RosterError.is(error, 'configuration'));
        assert.match(error.message, /^Line 2 of /);
        assert.ok(!`${error.message}${error.remedy}`.includes('S3cret'));
        return true;
      });
      await assert.rejects(readEnvFile(`${path}.none`), (error) => RosterError.is(error, 'file-unreadable'));
    });
  });
});
