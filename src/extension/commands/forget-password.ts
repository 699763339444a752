import * as vscode from 'vscode';
import { askedFor, rosterFor, type AskedFor } from '../rosters/asked-for';
import type { Command, Services } from '../services';

/** Removes a saved password or passphrase from the keychain. */
export const forgetPassword: Command = async (services, argument) => {
  const { secrets } = services;
  const asked = askedFor(argument);
  if (asked?.target !== undefined) {
    await forgetOf(services, asked);
    return;
  }
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

/** Forgets what was saved for one target. */
async function forgetOf(services: Services, asked: AskedFor): Promise<void> {
  const roster = await rosterFor(services, asked);
  const { readDistrictConfig } = await import('../config/district-config');
  const { config } = await readDistrictConfig(roster);
  const target = config.targets.find(({ name }) => name === asked.target);
  const keys = target === undefined ? [] : services.secrets.savedFor(target);
  for (const key of keys) await services.secrets.forget(key);
  const message = keys.length === 0 ? 'No password is saved' : 'Forgotten what was saved';
  void vscode.window.showInformationMessage(`${message} for ${asked.target ?? ''}.`);
}

function readable(key: string): string {
  return key
    .replace(/^oneroster:passphrase:/, 'passphrase for ')
    .replace(/^oneroster:key:/, 'private key for ')
    .replace(/^oneroster:/, '');
}
