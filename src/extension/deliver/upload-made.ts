import { basename } from 'node:path';
import * as vscode from 'vscode';
import { describeGuarantee } from '../../core/delivery/guarantee';
import { RosterError } from '../../core/errors';
import type { PackageAnswer, RosterState } from '../../core/protocol';
import type { StagedDelivery } from '../../node/history/stage-delivery';
import type { DeliveredPackage } from '../../node/sftp/deliver-package';
import { formatBytes } from '../amounts';
import { changeConfig, readDistrictConfig, type DistrictConfig } from '../config/district-config';
import { askChangedHostKey } from '../connect/ask-host-key';
import { connect, type SavedTarget } from '../connect/connect';
import { failureText, isCancel, runGuarded } from '../run-guarded';
import type { Services } from '../services';
import { openHistory, receiptFor } from './open-history';
import type { GatePassed } from './pass-gate';
import { uploadOnce } from './upload-once';
import { watchCollected } from './watch-collected';
import { say } from '../say';
import { spoken } from '../../core/text/say';
import { reach } from '../tour/tour-progress';

/** A package that is about to be uploaded. */
export interface MadePackage {
  /** The configuration as it was when the package was made. */
  readonly district: DistrictConfig;
  readonly made: PackageAnswer;
  readonly passed: GatePassed;
}

/**
 * Uploads a package to a target and puts that on record. After a failure a person can do what helps and try again.
 * @throws RosterError for what the history can do; CancellationError where a person gives up
 */
export async function uploadMade(
  services: Services,
  roster: RosterState,
  ready: MadePackage,
  chosen: SavedTarget,
): Promise<void> {
  const history = await openHistory(roster, ready.district);
  const staged = await history.stage(chosen.target, ready.made.path);
  try {
    await uploadUntilDone(services, roster, { ...ready, staged }, chosen);
  } finally {
    await staged.discard();
  }
}

/** Uploads, and after a failure lets a person do what helps and try again. */
async function uploadUntilDone(
  services: Services,
  roster: RosterState,
  { district, made, passed, staged }: ReadyDelivery,
  chosen: SavedTarget,
): Promise<void> {
  let saved = chosen;
  let askAgain = false;
  for (;;) {
    try {
      const upload = await uploadOnce(services, { ...saved, made, askAgain });
      try {
        await staged.keep(receiptFor(services, district, { made, target: saved.target, upload, passed }));
        await pin(roster, saved, upload.hostKey);
      } finally {
        // Uploaded it is, even where the receipt or the host key could not be kept.
        reach('oneroster.hasDelivered');
        services.explorer.refresh();
        void showUploaded(services, { made, saved, upload });
      }
      return;
    } catch (error) {
      if (isCancel(error)) {
        sayCancelled(error);
        return;
      }
      if (!RosterError.is(error)) throw error;
      services.log.warn(`${error.code}: ${error.message}`);
      const next = await chooseNext(services, roster, saved, error);
      if (next === undefined) return;
      ({ saved, askAgain } = next);
    }
  }
}

interface ReadyDelivery extends MadePackage {
  readonly staged: StagedDelivery;
}

interface NextTry {
  readonly saved: SavedTarget;
  readonly askAgain: boolean;
}

/** What to do after a failed upload; undefined to leave it at that. */
async function chooseNext(
  services: Services,
  roster: RosterState,
  saved: SavedTarget,
  error: RosterError,
): Promise<NextTry | undefined> {
  if (error.code === 'host-key-changed') {
    const hostKey = await askChangedHostKey(error);
    if (hostKey === undefined) return undefined;
    // Kept for good only when the server has shown it.
    return { saved: { ...saved, target: { ...saved.target, hostKey } }, askAgain: false };
  }
  const askAgain = error.code === 'login-refused' && saved.target.authentication === 'password';
  const again = askAgain ? say('Enter Password') : say('Try Again');
  const edit = say('Edit Settings');
  const choice = await vscode.window.showErrorMessage(failureText(error), again, edit);
  if (choice === again) return { saved, askAgain };
  if (choice === edit) return { saved: await connect(services, roster, saved.target), askAgain: false };
  return undefined;
}

/** Keeps the host key that was accepted, unless it is kept already. */
async function pin(roster: RosterState, { target }: SavedTarget, hostKey: string): Promise<void> {
  const district = await readDistrictConfig(roster);
  const kept = district.config.targets.find(({ name }) => name === target.name)?.hostKey;
  if (kept === hostKey) return;
  await changeConfig(district, [{ at: ['targets', target.name, 'hostKey'], value: hostKey }]);
}

function sayCancelled(error: unknown): void {
  const remedy = RosterError.is(error)
    ? spoken(error.sentences.remedy, say)
    : say('The package on the server is as it was before.');
  void vscode.window.showInformationMessage(say('Upload cancelled. {remedy}', { remedy }));
}

interface Uploaded {
  readonly made: PackageAnswer;
  readonly saved: SavedTarget;
  readonly upload: DeliveredPackage;
}

async function showUploaded(services: Services, { made, saved, upload }: Uploaded): Promise<void> {
  const watch = say('Watch');
  const showLog = say('Show Log');
  const { target } = saved;
  const chosen = await vscode.window.showInformationMessage(
    say('{file} ({bytes}) is on {host} as "{remotePath}". {guarantee}', {
      file: basename(made.path),
      bytes: formatBytes(upload.bytes),
      host: target.host,
      remotePath: upload.remotePath,
      guarantee: describeGuarantee(upload, say),
    }),
    watch,
    showLog,
  );
  if (chosen === watch) {
    const remotePath = upload.files?.at(-1)?.remotePath ?? upload.remotePath;
    await runGuarded('oneroster.watch', () => watchCollected(services, saved, remotePath), services);
  }
  if (chosen === showLog) await vscode.commands.executeCommand('oneroster.showLog');
}
