// Bundles the three programs: dist/extension.js, dist/server.js and dist/cli.js.
// `--watch` rebuilds on change and prints the lines that .vscode/tasks.json waits for; `--production` minifies.
import { build, context, transform } from 'esbuild';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { applyCorrections, readCorrections } from './sample-district/corrections.mjs';

/** @typedef {{ production?: boolean, absWorkingDir?: string }} BuildChoice */

/**
 * The server and the command line.
 * @param {BuildChoice} choice
 */
export function bundleOptions({ production = false } = {}) {
  return /** @type {import('esbuild').BuildOptions} */ ({
    entryPoints: {
      server: 'src/server/main.ts',
      cli: 'src/cli/bin.ts',
    },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // ssh2 tries these native accelerators inside try/catch and works without them.
    external: ['vscode', 'cpu-features', '*.node'],
    minify: production,
    sourcemap: !production,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/**
 * The extension. What it loads late (`import()`) lies in files of its own, in dist/parts: VS Code waits for the start of an
 * extension, and compiling what is not needed yet would be most of it. Bundles are split as modules only, and VS Code loads
 * CommonJS, so they are turned into that afterwards.
 * @param {BuildChoice} choice
 */
function extensionOptions({ production = false } = {}) {
  return /** @type {import('esbuild').BuildOptions} */ ({
    ...bundleOptions({ production }),
    entryPoints: { extension: 'src/extension/extension.ts' },
    format: 'esm',
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    sourcemap: production ? false : 'inline',
    write: false,
    plugins: [
      {
        name: 'to-common-js',
        setup: (plugin) => plugin.onEnd(({ outputFiles = [] }) => writeAsCommonJs(outputFiles, production)),
      },
    ],
  });
}

/**
 * @param {readonly import('esbuild').OutputFile[]} files
 * @param {boolean} production
 */
async function writeAsCommonJs(files, production) {
  const [first] = files;
  if (!first) return;
  const start = files.find(({ path }) => basename(path) === 'extension.js') ?? first;
  // Parts of earlier builds have other names.
  await rm(join(dirname(start.path), 'parts'), { recursive: true, force: true });
  for (const { path, text } of files) {
    const { code, map } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minify: production,
      sourcemap: production ? false : 'external',
      sourcefile: basename(path),
      supported: { 'dynamic-import': false },
    });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, production ? code : `${code}//# sourceMappingURL=${basename(path)}.map\n`);
    if (!production) await writeFile(`${path}.map`, map);
  }
}

/**
 * Builds the three programs.
 * @param {BuildChoice} choice
 */
export async function buildPrograms({ production = false, absWorkingDir = process.cwd() } = {}) {
  const choices = [bundleOptions({ production }), extensionOptions({ production })];
  await Promise.all([
    ...choices.map((options) => build({ ...options, absWorkingDir })),
    makeSample(absWorkingDir),
  ]);
}

/**
 * dist/sample: the sample district with one mistake left in it, for the first steps in the editor.
 * @param {string} project
 */
async function makeSample(project) {
  const examples = join(project, 'examples');
  const sample = join(project, 'dist/sample');
  await rm(sample, { recursive: true, force: true });
  await cp(join(examples, 'sample-district'), sample, { recursive: true });
  const corrections = await readCorrections(join(examples, 'sample-district.corrections.json'));
  await applyCorrections(
    sample,
    corrections.filter(({ rule }) => rule !== 'invalid-value'),
  );
}

async function main() {
  await rm('dist', { recursive: true, force: true });
  const production = process.argv.includes('--production');
  if (process.argv.includes('--watch')) await makeSample(process.cwd());
  if (!process.argv.includes('--watch')) {
    await buildPrograms({ production });
    return;
  }
  const watchReporter = {
    name: 'watch-reporter',
    setup(/** @type {import('esbuild').PluginBuild} */ plugin) {
      plugin.onStart(() => console.log('[watch] build started'));
      plugin.onEnd(() => console.log('[watch] build finished'));
    },
  };
  const options = [bundleOptions({ production }), extensionOptions({ production })];
  for (const one of options) {
    await (await context({ ...one, plugins: [...(one.plugins ?? []), watchReporter] })).watch();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
