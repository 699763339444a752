// The program that is measured: built from the sources as they are, minified as it is shipped, into a folder of this run.
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleOptions } from '../scripts/build.mjs';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {import('../scripts/editor/lifetime.mjs').Lifetime} lifetime
 * @returns {Promise<string>} the path of cli.js
 */
export async function buildProgram(lifetime) {
  const outdir = join(projectFolder, `out/bench-${String(process.pid)}`);
  lifetime.own(() => rm(outdir, { recursive: true, force: true }));
  await build({ ...bundleOptions({ production: true }), absWorkingDir: projectFolder, outdir });
  return join(outdir, 'cli.js');
}
