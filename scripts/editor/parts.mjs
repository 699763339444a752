// The parts that a run of the editor needs, and what npm leaves to do after installing them.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { exists, installPart } from './install.mjs';

/** @typedef {'latest' | 'lowest'} EditorVersion `lowest` is the lowest that engines.vscode in package.json allows */

/**
 * Installs VS Code's server edition.
 * @param {EditorVersion} version
 * @returns {Promise<{ node: string, serverMain: string }>} the Node it wants, and its main script
 */
export async function installServer(version) {
  const modules = join(await installPart(version, completeServer), 'node_modules');
  const arch = process.platform === 'darwin' && process.arch === 'arm64' ? 'bin-darwin-arm64' : undefined;
  const node = join(modules, `node-${arch ?? `${process.platform}-${process.arch}`}`, 'bin/node');
  if (!(await exists(node))) {
    throw new Error(
      `The npm registry has no Node for ${process.platform} ${process.arch} to run the editor's server with. ` +
        'Run the tests in the desktop edition instead: npm run test:desktop.',
    );
  }
  return { node, serverMain: join(modules, 'code-server/lib/vscode/out/server-main.js') };
}

/** @param {string} folder */
async function completeServer(folder) {
  const modules = join(folder, 'node_modules');
  // The server looks for its modules in its own folder; the manifest lists them, so that one lock file pins everything.
  await symlink('../../..', join(modules, 'code-server/lib/vscode/node_modules'), 'dir');
  // Up to 2025 the search program was fetched by an install script; the newer package ships it as a file.
  const fetched = join(modules, '@vscode/ripgrep');
  if (!(await exists(fetched))) return;
  await mkdir(join(fetched, 'bin'), { recursive: true });
  const shipped = `../../ripgrep-universal/bin/${process.platform}-${process.arch}/rg`;
  await symlink(shipped, join(fetched, 'bin/rg'));
}

/** @returns {Promise<import('./playwright').Playwright>} */
export async function loadPlaywright() {
  const folder = await installPart('playwright');
  return import(pathToFileURL(join(folder, 'node_modules/playwright-core/index.mjs')).href);
}

/**
 * Installs a Chromium for Linux x64, with the libraries and a font that a bare machine lacks.
 * @returns {Promise<{ executable: string, libraries: string, fonts: string }>}
 */
export async function installChromium() {
  const folder = await installPart('chromium', unpackChromium);
  return {
    executable: join(folder, 'chromium'),
    libraries: join(folder, 'al2023/lib'),
    fonts: join(folder, 'fonts'),
  };
}

/** @param {string} folder */
async function unpackChromium(folder) {
  const archives = join(folder, 'node_modules/@sparticuz/chromium/bin');
  const { extract } = createRequire(join(folder, 'package.json'))('tar-fs');
  /** @param {string} name @param {NodeJS.WritableStream} target */
  const unpack = (name, target) =>
    pipeline(createReadStream(join(archives, `${name}.br`)), createBrotliDecompress(), target);
  await Promise.all([
    unpack('chromium', createWriteStream(join(folder, 'chromium'), { mode: 0o755 })),
    unpack('al2023.tar', extract(join(folder, 'al2023'))),
    unpack('fonts.tar', extract(join(folder, 'fonts'))),
  ]);
  await writeFile(join(folder, 'fonts/fonts.conf'), fontConfiguration);
  await rm(join(folder, 'node_modules'), { recursive: true });
}

// The one in the archive names folders of another machine.
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;
