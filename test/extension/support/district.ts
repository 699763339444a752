// A roster of its own in the opened folder, for tests that change, package and upload it.
import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { cleanFiles } from '../../../scripts/sample-district/planted-district.mjs';
import { waitForText } from './page';

export interface District {
  /** The path of its folder. */
  readonly folder: string;
  readonly path: (file: string) => string;
  readonly remove: () => Promise<void>;
}

/** Writes a district without any problem, and waits until the editor has found it. */
export async function createDistrict(name: string): Promise<District> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  assert.ok(root);
  const folder = join(root, name);
  await mkdir(folder);
  for (const [file, text] of cleanFiles()) await writeFile(join(folder, file), text);
  await waitForStatus(name);
  return {
    folder,
    path: (file) => join(folder, file),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Waits until the status bar shows a text. */
export async function waitForStatus(text: string): Promise<void> {
  await waitForText(text, '.statusbar-item');
}
