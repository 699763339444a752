// The program as a process: its exit codes, its signals, what it loads, and how much memory it takes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../scripts/build.mjs';
import { deflatedZeros, handmadeZip } from '../node/support/zip-bytes';

describe('bin', () => {
  const made = { folder: '' };

  before(async () => {
    // Inside the project, for what is not bundled is looked for from there.
    await mkdir('out', { recursive: true });
    made.folder = resolve(await mkdtemp('out/bin-test-'));
    const options = { ...bundleOptions(), outdir: made.folder, sourcemap: false };
    await build({ ...options, entryPoints: { cli: 'src/cli/bin.ts' } });
    await build({ ...options, entryPoints: { unbundled: 'src/cli/bin.ts' }, packages: 'external' });
    await writeFile(join(made.folder, 'weighed.js'), weighed);
    await writeFile(join(made.folder, 'watched.js'), watched);
  });

  after(() => rm(made.folder, { recursive: true, force: true }));

  it('ends with the exit code of its command', async () => {
    assert.equal((await run('cli.js', ['validate', 'test/rosters/clean-1.1'])).code, 0);
    assert.equal((await run('cli.js', ['validate', 'test/rosters/broken-csv'])).code, 1);
    assert.equal((await run('cli.js', ['valdate'])).code, 2);
  });

  it('does not mind a reader that leaves early', async () => {
    const many = Array.from({ length: 200 }, () => 'test/rosters/broken-csv');
    const child = start('cli.js', ['validate', '--format', 'json', ...many]);
    let stderr = '';
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    await once(child, 'close');
    assert.equal(stderr, '');
  });

  it('ends with 130 when it is interrupted', async () => {
    // A server that says nothing, so that there is something to interrupt.
    const server = createServer(() => child.kill('SIGINT'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert.ok(address !== null && typeof address === 'object');
    const url = `sftp://u@127.0.0.1:${String(address.port)}`;
    const argv = ['upload', 'test/rosters/clean-1.1', '--url', url, '--first-delivery'];
    const child = start('cli.js', argv, { ONEROSTER_SFTP_PASSWORD: 'x' });
    child.stdout.resume();
    child.stderr.resume();
    await once(child, 'close');
    server.close();
    assert.equal(child.exitCode, 130);
  });

  it('loads the libraries for zip and SSH only where they are needed', async () => {
    const validation = await run('watched.js', ['validate', 'test/rosters/clean-1.1']);
    assert.match(validation.stdout, /loaded:\n/);
    const packaging = await run('watched.js', [
      'upload',
      'test/rosters/clean-1.1',
      '--url',
      'sftp://u@h',
      '--dry-run',
      '--first-delivery',
    ]);
    assert.match(packaging.stdout, /loaded: jszip\n/);
  });

  it('refuses a zip of 2 MB that unpacks to 2 GB in little memory, whatever it states', async () => {
    const packed = deflatedZeros(2048);
    const path = join(made.folder, 'bomb.zip');
    for (const statedSize of [2 ** 31, 1000]) {
      await writeFile(path, handmadeZip([{ name: 'users.csv', packed, statedSize }]));
      const { code, stdout, stderr } = await run('weighed.js', ['validate', path]);
      assert.equal(code, 2);
      assert.match(stderr, /unpacks to more than/);
      const megabytes = Number(/peak: (\d+)/.exec(stdout)?.[1] ?? 0) / 1024;
      assert.ok(megabytes > 10 && megabytes < 300, `${String(megabytes)} MB`);
    }
  });

  function start(program: string, argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
    return spawn(process.execPath, ['--max-old-space-size=64', join(made.folder, program), ...argv], {
      env: { ...process.env, ...env },
    });
  }

  async function run(program: string, argv: readonly string[]) {
    const child = start(program, argv);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    await once(child, 'close');
    return { code: child.exitCode, stdout, stderr };
  }
});

const weighed = `
process.on('exit', () => console.log('peak: ' + process.resourceUsage().maxRSS));
require('./cli.js');
`;

const watched = `
process.on('exit', () => {
  const paths = Object.keys(require.cache).map((path) => path.replaceAll('\\\\', '/'));
  const loaded = ['jszip', 'ssh2'].filter((name) => paths.some((path) => path.includes('/node_modules/' + name + '/')));
  console.log(['loaded:', ...loaded].join(' '));
});
require('./unbundled.js');
`;
