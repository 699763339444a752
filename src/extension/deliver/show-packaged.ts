import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import type { PackageAnswer } from '../../core/protocol';
import { counted } from '../../core/text/counted';
import { formatBytes } from '../amounts';
import { wayTo } from './way-to';

/** Says that a package is made, and leads to it. */
export async function showPackaged({ path, bytes, files }: PackageAnswer): Promise<void> {
  const records = files.reduce((sum, file) => sum + file.records, 0);
  const way = wayTo(vscode.Uri.file(path));
  const chosen = await vscode.window.showInformationMessage(
    `${basename(path)} (${formatBytes(bytes)}) is in ${dirname(path)}: ${counted(files.length, 'file')}, ${counted(records, 'record')}.`,
    way.label,
  );
  if (chosen === way.label) await way.go();
}
