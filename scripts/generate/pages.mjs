// page.generated.ts of the HTML report, the table preview, the comparison and the preview of an import: the script and the style of
// a page, made small, as text to put into it, and the English texts that it shows.
import { build } from 'esbuild';
import { findTexts } from '../texts/find-texts.mjs';

/** The folders of pages: `page/` in each holds what becomes the `page.generated.ts` beside it. */
const folders = [
  'src/cli/report/html',
  'src/extension/table-preview',
  'src/extension/compare',
  'src/extension/preview',
];

export async function generateAll() {
  return Promise.all(
    folders.map(async (folder) => ({
      path: `${folder}/page.generated.ts`,
      text: await textFor(`${folder}/page`),
    })),
  );
}

/** @param {string} folder */
async function textFor(folder) {
  const [script, style] = await Promise.all([bundled(`${folder}/main.ts`), bundled(`${folder}/page.css`)]);
  const { texts: found } = await findTexts(script.files.filter((file) => file.endsWith('.ts')));
  const texts = folder.startsWith('src/cli/') ? [] : [...new Set(found.map(({ text }) => text))].sort();
  return [
    `// Generated from ${folder}/ by scripts/generate/pages.mjs. Do not edit: run "node scripts/generate.mjs".`,
    '',
    `export const pageScript = ${JSON.stringify(script.text)};`,
    '',
    `export const pageStyle = ${JSON.stringify(style.text)};`,
    '',
    ...(texts.length === 0
      ? []
      : [`export const pageTexts: readonly string[] = ${JSON.stringify(texts, null, 2)};`, '']),
  ].join('\n');
}

/** @param {string} entryPoint */
async function bundled(entryPoint) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2020', 'chrome100', 'firefox100', 'safari15'],
    legalComments: 'none',
    write: false,
    metafile: true,
  });
  return {
    text: outputFiles.map(({ text }) => text.trim()).join(''),
    files: Object.keys(metafile.inputs),
  };
}
