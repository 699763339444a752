import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import { CsvScanner } from '../core/csv/scan-csv';
import type { Config } from '../core/config/config';
import { validateOptionsOf } from '../core/validate-options';
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
import type { ConfigStore } from './config-store';
import { asOutcome, withSignal } from './outcome';
import { rosterFolder } from './uris';

/** Answers the request to package a roster. The work is done here so that the editor's own thread stays free. */
export function registerPackaging(connection: Connection, configs: ConfigStore): void {
  connection.onRequest(packageRequest, (params: PackageParams, cancellation: CancellationToken) =>
    asOutcome(() => withSignal(cancellation, (signal) => makePackage(connection, configs, params, signal))),
  );
}

async function makePackage(
  connection: Connection,
  configs: ConfigStore,
  { rosterUri, force, output, target, token }: PackageParams,
  signal: AbortSignal,
): Promise<PackageAnswer> {
  const folder = rosterFolder(rosterUri);
  const loaded = await configs.load(folder);
  const { path, accepted } = loaded;
  const config = configFor(target, loaded.config);
  const configured = config.package.output;
  const place =
    output ??
    (configured === undefined || path === undefined ? undefined : resolveConfigPath(path, configured));
  const scanner = new CsvScanner();
  const input = await readRosterInput(folder, { signal, ignore: config.ignore, scanner });
  return await packageRoster(input, {
    scanner,
    ...validateOptionsOf(config, today(), accepted),
    force,
    output: place,
    manifest: config.package.manifest,
    forDelivery: target !== undefined,
    signal,
    onProgress: ({ step, done }) => {
      const progress: PackageProgressParams = { token, message: step, done, total: 1 };
      void connection.sendNotification(packageProgress, progress);
    },
  });
}

/** The configuration with the profile of a target, where that has one. */
function configFor(name: string | undefined, config: Config): Config {
  const profile = config.targets.find((target) => target.name === name)?.profile;
  return profile === undefined ? config : { ...config, profile };
}
