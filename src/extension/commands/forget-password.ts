import * as vscode from 'vscode';
import type { Command } from '../services';
import { say } from '../say';

/** Removes a saved password or passphrase from the keychain. */
export const forgetPassword: Command = async ({ secrets }) => {
  const saved = secrets.saved();
  if (saved.length === 0) {
    void vscode.window.showInformationMessage(say('No password is saved.'));
    return;
  }
  const items = saved.map((key) => ({ label: readable(key), key }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: say('Which one should be forgotten?'),
  });
  if (picked === undefined) return;
  await secrets.forget(picked.key);
  void vscode.window.showInformationMessage(say('Forgotten: {label}.', { label: picked.label }));
};

function readable(key: string): string {
  return key
    .replace(/^oneroster:passphrase:/, say('passphrase for '))
    .replace(/^oneroster:key:/, say('private key for '))
    .replace(/^oneroster:/, '');
}
