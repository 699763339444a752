// Bundles the three programs: dist/extension.js, dist/server.js and dist/cli.js.
// `--watch` rebuilds on change and prints the lines that .vscode/tasks.json waits for; `--production` minifies.
import { build, context } from 'esbuild';
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** @param {{ production?: boolean }} options */
export function bundleOptions({ production = false } = {}) {
  return /** @type {import('esbuild').BuildOptions} */ ({
    entryPoints: {
      extension: 'src/extension/extension.ts',
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

async function main() {
  await rm('dist', { recursive: true, force: true });
  const options = bundleOptions({ production: process.argv.includes('--production') });
  if (!process.argv.includes('--watch')) {
    await build(options);
    return;
  }
  const watchReporter = {
    name: 'watch-reporter',
    setup(/** @type {import('esbuild').PluginBuild} */ plugin) {
      plugin.onStart(() => console.log('[watch] build started'));
      plugin.onEnd(() => console.log('[watch] build finished'));
    },
  };
  await (await context({ ...options, plugins: [watchReporter] })).watch();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
