// What the extension that is started before all others (early.ts) has to tell.
import * as vscode from 'vscode';
import type { Recording } from './stretches';

export interface Early {
  /** Ends the watch that began with VS Code. */
  stop(): Promise<Recording>;
}

/** The function in which the extension is loaded, as the profile names it. */
export const loadFunction = 'loadExtension';

/** The watch that has been kept since VS Code started. */
export async function early(): Promise<Early> {
  const extension = vscode.extensions.getExtension<Early>('oneroster-tools.oneroster-early');
  if (extension === undefined) throw new Error('Nothing has been watched from the start.');
  return extension.activate();
}
