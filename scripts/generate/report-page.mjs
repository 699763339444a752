// src/cli/report/html/page.generated.ts: the script and the style of the HTML report, made small, as text to put into the page.
import { build } from 'esbuild';

export const path = 'src/cli/report/html/page.generated.ts';

export function generate() {
  return bundledPage('src/cli/report/html/page', 'scripts/generate/report-page.mjs');
}

/**
 * A page's script and style, made small, as the text of a module.
 * @param {string} folder where main.ts and page.css are
 * @param {string} generator the script that writes it
 */
export async function bundledPage(folder, generator) {
  const [script, style] = await Promise.all([bundled(`${folder}/main.ts`), bundled(`${folder}/page.css`)]);
  return [
    `// Generated from ${folder}/ by ${generator}. Do not edit: run "node scripts/generate.mjs".`,
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
