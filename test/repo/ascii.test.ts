// The programs are of ASCII alone: one other character makes a program of two bytes each, which takes longer to load. The bundler
// writes those in texts as escapes; it cannot in regular expressions and in tagged templates, where \u… has to be written.
import assert from 'node:assert/strict';
import { build, type BuildOptions } from 'esbuild';
import { bundleOptions } from '../../scripts/build.mjs';

describe('the built programs', () => {
  it('have no character beyond ASCII', async () => {
    assert.deepEqual(await linesBeyond(bundleOptions()), []);
  });

  it('would notice one in a regular expression', async () => {
    const contents = "export const text = '…';\nexport const pattern = /[…]/;\n";
    const found = await linesBeyond({ stdin: { contents }, bundle: true, format: 'esm', outfile: 'made.js' });
    assert.deepEqual(found, ['made.js: var pattern = /[…]/;']);
  });
});

/** The lines of a bundle with other characters, after the name of its file. */
async function linesBeyond(options: BuildOptions): Promise<readonly string[]> {
  const { outputFiles } = await build({ ...options, write: false, sourcemap: false });
  return outputFiles.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => Array.from(line).some((character) => character > '\u007F'))
      .map((line) => `${path.split(/[\\/]/).at(-1) ?? ''}: ${line.slice(0, 200)}`),
  );
}
