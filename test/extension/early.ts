// An extension of its own that VS Code starts before any other: it watches how the extension that is tested is loaded and activated.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { extensionFolder, watchThread } from './support/thread-watch';
import type { Early } from './support/early';

/** Loads the extension as VS Code does, which then finds it loaded; so the profile tells what loading it costs. */
export async function activate(): Promise<Early> {
  const stop = await watchThread();
  loadExtension(join(extensionFolder(), 'dist/extension.js'));
  return { stop };
}

/** By this name it is found in the profile. */
function loadExtension(main: string): void {
  createRequire(__filename)(main);
}
