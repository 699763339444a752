import { fileURLToPath } from 'node:url';

/** The absolute path of the project, which is the extension under development. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
