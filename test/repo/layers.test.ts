import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

describe('layers', () => {
  it('core bundles alone: nothing is left to import', async () => {
    const imports = await leftoverImports('src/core');
    assert.deepEqual(imports, []);
  });

  it('the command line and the server need no editor', async () => {
    for (const folder of ['src/cli', 'src/server']) {
      const imports = await leftoverImports(folder);
      assert.deepEqual(
        imports.filter((name) => name === 'vscode' || name.startsWith('vscode-languageclient')),
        [],
      );
    }
  });

  it('would notice a leftover', async () => {
    assert.ok((await leftoverImports('src/node')).includes('node:fs/promises'));
  });
});

/** The modules that a folder's files import, by way of others too, and that are no files of the project. */
async function leftoverImports(folder: string): Promise<readonly string[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const { metafile } = await build({
    entryPoints: files.map((file) => join(folder, file)),
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    external: ['node:*', 'vscode'],
    metafile: true,
    logLevel: 'silent',
  });
  const outputs = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return [...new Set(outputs.filter((each) => each.external === true).map((each) => each.path))].sort();
}
