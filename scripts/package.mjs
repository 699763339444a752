// npm run package: makes oneroster-<version>.vsix. The page that VS Code shows of an installed extension can load neither pictures nor
// pages from the package, so the README goes in without them.
import { createVSIX } from '@vscode/vsce';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { buildPrograms } from './build.mjs';

const largest = 2_000_000;

await rm('dist', { recursive: true, force: true });
await buildPrograms({ production: true });
await mkdir('out', { recursive: true });
const readme = await readFile('README.md', 'utf8');
await writeFile('out/README.md', withoutLocalLinks(readme));
const { name, version } = JSON.parse(await readFile('package.json', 'utf8'));
const packagePath = `${name}-${version}.vsix`;
await createVSIX({
  packagePath,
  readmePath: 'out/README.md',
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
const { size } = await stat(packagePath);
console.log(`${packagePath}: ${size.toLocaleString('en-US')} bytes`);
if (size > largest) throw new Error(`The package is larger than ${largest.toLocaleString('en-US')} bytes.`);

/** @param {string} markdown */
function withoutLocalLinks(markdown) {
  return markdown
    .replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm, '')
    .replace(/\[([^\]]*)\]\((?!https?:)[^)]*\)/g, '$1');
}
