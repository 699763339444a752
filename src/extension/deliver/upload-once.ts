import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { PackageAnswer } from '../../core/protocol';
import { profileIds, resolveProfile } from '../../core/spec/specification';
import { deliverPackage, type DeliveredPackage } from '../../node/sftp/deliver-package';
import { formatBytes } from '../amounts';
import { targetOpening } from '../connect/open-target';
import type { SavedTarget } from '../connect/connect';
import type { Services } from '../services';
import { say } from '../say';

interface UploadOnceOptions extends SavedTarget {
  readonly made: PackageAnswer;
  readonly askAgain: boolean;
}

/** Logs in and uploads, with progress in bytes and a way to cancel. */
export async function uploadOnce(
  services: Services,
  { target, configPath, made, askAgain }: UploadOnceOptions,
): Promise<DeliveredPackage> {
  const fileName = basename(made.path);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: say('Uploading {fileName} to {host}', { fileName, host: target.host }),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, cancellation) => {
    const onStep = (message: string) => progress.report({ message });
    const opening = await targetOpening(services, { target, configPath, askAgain, onStep, cancellation });
    let shown = 0;
    return services.turns.run(target, () =>
      deliverPackage({
        open: opening.options,
        onSession: opening.keepSecret,
        localFile: made.path,
        fileName,
        sha256: made.sha256,
        isLoose: isLoose(made.profile),
        remoteFolder: target.path,
        onProgress: (sent, total) => {
          const percent = (sent / Math.max(total, 1)) * 100;
          // After a lost connection it begins anew; a bar goes forward only.
          progress.report({
            message: say('{sent} of {total}', { sent: formatBytes(sent), total: formatBytes(total) }),
            increment: Math.max(percent - shown, 0),
          });
          shown = Math.max(percent, shown);
        },
        onRetry: ({ milliseconds }) =>
          onStep(
            say('The connection failed. Trying again in {seconds} s.', {
              seconds: String(milliseconds / 1000),
            }),
          ),
      }),
    );
  });
}

function isLoose(profile: string): boolean {
  const id = profileIds.find((each) => each === profile) ?? 'standard';
  return resolveProfile(id).layout === 'loose';
}
