import { basename } from 'node:path';
import * as vscode from 'vscode';
import { uploadPackage, type Upload } from '../../node/sftp/upload-package';
import { formatBytes } from '../amounts';
import { openTarget, signalOf } from '../connect/open-target';
import type { SavedTarget } from '../connect/connect';
import type { Services } from '../services';

interface UploadOnceOptions extends SavedTarget {
  readonly localFile: string;
  readonly askAgain: boolean;
}

/** Logs in and uploads, with progress in bytes and a way to cancel. */
export async function uploadOnce(
  services: Services,
  { target, configPath, localFile, askAgain }: UploadOnceOptions,
): Promise<{ readonly upload: Upload; readonly hostKey: string }> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: `Uploading ${basename(localFile)} to ${target.host}`,
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, cancellation) => {
    const onStep = (message: string) => progress.report({ message });
    const session = await openTarget(services, { target, configPath, askAgain, onStep, cancellation });
    let shown = 0;
    try {
      const upload = await uploadPackage({
        session,
        localFile,
        remoteFolder: target.path,
        fileName: basename(localFile),
        signal: signalOf(cancellation),
        onProgress: (sent, total) => {
          const percent = (sent / Math.max(total, 1)) * 100;
          progress.report({
            message: `${formatBytes(sent)} of ${formatBytes(total)}`,
            increment: percent - shown,
          });
          shown = percent;
        },
      });
      return { upload, hostKey: session.hostKey };
    } finally {
      await session.close();
    }
  });
}
