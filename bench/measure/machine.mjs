// What the figures were measured on, and with what.
import { existsSync, readFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { delimiter, join } from 'node:path';

/** @returns {string} Markdown */
export function describeMachine() {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  return [
    `- Processor: ${model}, ${String(processors.length)} cores`,
    `- Memory: ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    `- System: ${type()} ${release()}, ${arch()}`,
    `- Node: ${process.version}`,
    `- Date: ${new Date().toISOString().slice(0, 10)}`,
  ].join('\n');
}

/**
 * The name of an installed npm package with its version.
 * @param {string} name
 * @param {string} root what it is installed in, below the project's folder
 */
export function packageWithVersion(name, root = '.') {
  const path = new URL(`../../${root}/node_modules/${name}/package.json`, import.meta.url);
  const { version } = /** @type {{ version: string }} */ (JSON.parse(readFileSync(path, 'utf8')));
  return `${name} ${version}`;
}

/**
 * Where a program is, or undefined.
 * @param {string} name
 */
export function findProgram(name) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
