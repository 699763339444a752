import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import { validateOptionsOf } from '../core/validate-options';
import { RosterError } from '../core/errors';
import {
  packageProgress,
  packageRoster as packageRequest,
  type PackageAnswer,
  type PackageParams,
  type PackageProgressParams,
} from '../core/protocol';
import { resolveConfigPath } from '../node/load-config';
import { packageRoster } from '../node/package-roster';
import { readRosterInput } from '../node/read-roster-input';
import { today } from '../node/today';
import { asOutcome } from './as-outcome';
import type { ConfigStore } from './config-store';
import { pathOf } from './uris';

/** Answers the request to package a roster. The work is done here so that the editor's own thread stays free. */
export function registerPackaging(connection: Connection, configs: ConfigStore): void {
  connection.onRequest(packageRequest, (params: PackageParams, cancellation: CancellationToken) =>
    asOutcome(() => makePackage(connection, configs, params, cancellation)),
  );
}

async function makePackage(
  connection: Connection,
  configs: ConfigStore,
  { rosterUri, force, output, token }: PackageParams,
  cancellation: CancellationToken,
): Promise<PackageAnswer> {
  const folder = pathOf(rosterUri);
  if (folder === undefined)
    throw new RosterError('not-a-roster', `${rosterUri} is not a folder.`, 'Open its folder.');
  const controller = new AbortController();
  const subscription = cancellation.onCancellationRequested(() => controller.abort());
  try {
    const { config, path, accepted } = await configs.load(folder);
    const configured = config.package.output;
    const place =
      output ??
      (configured === undefined || path === undefined ? undefined : resolveConfigPath(path, configured));
    const input = await readRosterInput(folder, { signal: controller.signal, ignore: config.ignore });
    return await packageRoster(input, {
      ...validateOptionsOf(config, today(), accepted),
      force,
      output: place,
      manifest: config.package.manifest,
      signal: controller.signal,
      onProgress: ({ step, done }) => {
        const progress: PackageProgressParams = { token, message: step, done, total: 1 };
        void connection.sendNotification(packageProgress, progress);
      },
    });
  } finally {
    subscription.dispose();
  }
}
