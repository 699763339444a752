import * as vscode from 'vscode';
import type { Command } from '../services';

/** Removes a saved password or passphrase from the keychain. */
export const forgetPassword: Command = async ({ secrets }) => {
  const saved = secrets.saved();
  if (saved.length === 0) {
    void vscode.window.showInformationMessage('No password is saved.');
    return;
  }
  const items = saved.map((key) => ({ label: readable(key), key }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: 'Which one should be forgotten?' });
  if (picked === undefined) return;
  await secrets.forget(picked.key);
  void vscode.window.showInformationMessage(`Forgotten: ${picked.label}.`);
};

function readable(key: string): string {
  return key
    .replace(/^oneroster:passphrase:/, 'passphrase for ')
    .replace(/^oneroster:key:/, 'private key for ')
    .replace(/^oneroster:/, '');
}
