// A page's script and style, made small, as the text of a TypeScript file.
import { build } from 'esbuild';

/**
 * @param {string} folder where main.ts and page.css lie
 * @param {string} by the generator
 */
export async function pageSource(folder, by) {
  const [script, style] = await Promise.all([bundled(`${folder}/main.ts`), bundled(`${folder}/page.css`)]);
  return [
    `// Generated from ${folder}/ by ${by}. Do not edit: run "node scripts/generate.mjs".`,
    '',
    `export const pageScript = ${JSON.stringify(script)};`,
    '',
    `export const pageStyle = ${JSON.stringify(style)};`,
    '',
  ].join('\n');
}

/** @param {string} entryPoint */
async function bundled(entryPoint) {
  const { outputFiles } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2020', 'chrome100', 'firefox100', 'safari15'],
    legalComments: 'none',
    write: false,
  });
  return outputFiles.map(({ text }) => text.trim()).join('');
}
