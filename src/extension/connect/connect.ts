import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Target } from '../../core/delivery/target';
import { RosterError } from '../../core/errors';
import type { RosterState } from '../../core/protocol';
import { probeTarget } from '../../node/sftp/probe-target';
import { changeConfig, readDistrictConfig, type DistrictConfig } from '../config/district-config';
import { runSteps } from '../input/run-steps';
import { failureText } from '../run-guarded';
import type { Services } from '../services';
import { askChangedHostKey } from './ask-host-key';
import { openTarget, signalOf } from './open-target';
import { changesFor, newForm, targetOf, type TargetForm } from './target-form';
import { targetSteps } from './target-steps';
import { say } from '../say';

/** A target that was tried and saved, and the file it is saved in. */
export interface SavedTarget {
  readonly target: Target;
  readonly configPath: string;
}

const title = say('Connect to SFTP Server');

/**
 * Asks for a target, tries it from the host key to a file written and removed, and only then saves it: the target in the
 * configuration, the secret in the keychain. After a failure the settings can be corrected.
 * @param existing the target to change; without one, a new one, or one that a person picks
 * @throws RosterError `configuration`, `file-unwritable`; CancellationError where a person gives up
 */
export async function connect(
  services: Services,
  roster: RosterState,
  existing?: Target,
): Promise<SavedTarget> {
  const district = await readDistrictConfig(roster);
  const { config, path: configPath } = district;
  let form = newForm(config, existing ?? (await chooseExisting(config.targets)));
  const hasSecret = async (shown: TargetForm) =>
    (await services.secrets.get(targetOf(shown, config))) !== undefined;
  for (;;) {
    form = await runSteps(title, targetSteps({ config, configPath, hasSecret }), form);
    const target = await tried(services, district, form);
    if (target === undefined) continue;
    await changeConfig(district, changesFor(target, form.profile));
    services.log.info(`The target "${target.name}" is saved in ${basename(configPath)}.`);
    return { target, configPath };
  }
}

/** Undefined stands for a new one. */
async function chooseExisting(targets: readonly Target[]): Promise<Target | undefined> {
  if (targets.length === 0) return undefined;
  const items = [
    ...targets.map((target) => ({
      label: target.name,
      description: `${target.user}@${target.host}`,
      detail: say('Change or try this target'),
      target,
    })),
    { label: say('New Target…'), target: undefined },
  ];
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: say('Which target?') });
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.target;
}

/** The target with its host key, or undefined where it failed and a person wants to correct the settings. */
async function tried(
  services: Services,
  district: DistrictConfig,
  form: TargetForm,
): Promise<Target | undefined> {
  let target = targetOf(form, district.config);
  for (;;) {
    try {
      const hostKey = await tryTarget(services, target, { configPath: district.path, secret: form.secret });
      return { ...target, hostKey };
    } catch (error) {
      if (!RosterError.is(error) || error.code === 'cancelled') throw error;
      services.log.warn(`${error.code}: ${error.message}`);
      if (error.code === 'host-key-changed') {
        const hostKey = await askChangedHostKey(error);
        if (hostKey === undefined) throw new vscode.CancellationError();
        target = { ...target, hostKey };
      } else if (await wantsToEdit(error)) return undefined;
      else throw new vscode.CancellationError();
    }
  }
}

async function wantsToEdit(error: RosterError): Promise<boolean> {
  const edit = say('Edit Settings');
  return (await vscode.window.showErrorMessage(failureText(error), edit, say('Cancel'))) === edit;
}

/**
 * Logs in to a target, and writes and removes a small file there. The secret is saved once it has let somebody in.
 * @returns the fingerprint of the server's host key
 */
export async function tryTarget(
  services: Services,
  target: Target,
  options: { readonly configPath: string; readonly secret: string },
): Promise<string> {
  const progressOptions = {
    location: vscode.ProgressLocation.Notification,
    title: say('Trying {host}', { host: target.host }),
    cancellable: true,
  };
  return vscode.window.withProgress(progressOptions, async (progress, cancellation) => {
    const onStep = (message: string) => progress.report({ message });
    return services.turns.run(target, async () => {
      const session = await openTarget(services, { ...options, target, onStep, cancellation });
      try {
        onStep(say('Writing and removing a small file in "{path}".', { path: target.path }));
        await probeTarget({ session, remoteFolder: target.path, signal: signalOf(cancellation) });
        return session.hostKey;
      } finally {
        await session.close();
      }
    });
  });
}
