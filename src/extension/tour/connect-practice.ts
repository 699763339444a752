import * as vscode from 'vscode';
import type { Target } from '../../core/delivery/target';
import { changeConfig, readDistrictConfig } from '../config/district-config';
import { tryTarget } from '../connect/connect';
import { changesFor } from '../connect/target-form';
import { say } from '../say';
import type { Services } from '../services';
import { openedSample } from './samples';
import { reach } from './tour-progress';

/** Starts the practice server, makes it the target of the sample, and tries it as any other. */
export async function connectPractice(services: Services): Promise<void> {
  const sample = await openedSample(services);
  const { host, port, user, password, hostKey, folder } = await services.practice.server();
  const target: Target = {
    name: 'practice',
    host,
    port,
    user,
    path: '.',
    authentication: 'password',
    hostKey,
  };
  const district = await readDistrictConfig(sample);
  const changes = [...changesFor(target, 'incident-iq'), { at: ['defaultTarget'], value: target.name }];
  await tryTarget(services, target, { configPath: district.path, secret: password });
  await changeConfig(district, changes);
  reach('oneroster.isPracticing');
  void showConnected(folder, host, port);
}

async function showConnected(folder: string, host: string, port: number): Promise<void> {
  const show = say('Show Its Folder');
  const chosen = await vscode.window.showInformationMessage(
    say(
      'The practice server runs at {address}, on this computer only, until this window is closed. It is the target of the sample now: a file could be written and removed.',
      { address: `${host}:${String(port)}` },
    ),
    show,
  );
  if (chosen === show) await vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(folder));
}
