import type { Target } from '../core/delivery/target';
import type { ReadyPackage } from './ready-package';
import type { SentPackage } from './send-package';
import { counted, visible } from './terminal';
import { tool } from './tool';

/** The record of one delivery, or of what a dry run would have delivered. It holds no secret. */
export interface Receipt {
  readonly tool: { readonly name: string; readonly version: string };
  /** When the package was in its place, as ISO 8601 in UTC. */
  readonly time: string;
  /** True where nothing was sent. */
  readonly dryRun: boolean;
  readonly version: string;
  readonly profile: string;
  readonly package: { readonly name: string; readonly bytes: number; readonly sha256: string };
  /** `records` leaves out the header and blank records. */
  readonly files: readonly { readonly name: string; readonly records: number; readonly bytes: number }[];
  readonly target: {
    /** The target's name in the configuration; of an address given by `--url`, its host. */
    readonly name: string;
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly path: string;
    /** The key that the server showed; of a dry run the one that it has to show, where one is named. */
    readonly hostKey?: string;
  };
  /** Missing in a dry run. */
  readonly upload?: {
    readonly remotePath: string;
    /** Whether a package of that name was there before. */
    readonly replaced: boolean;
    /** How the package came to its name, as the upload tells it. */
    readonly guarantee: string;
    /** Where the previous package still is, if it could not be removed. */
    readonly backupLeft?: string;
  };
}

export function receiptOf(
  ready: ReadyPackage,
  { name, host, port, user, path, hostKey: expected }: Target,
  sent: SentPackage | undefined,
  time: Date,
): Receipt {
  const hostKey = sent?.hostKey ?? expected;
  return {
    tool,
    time: time.toISOString(),
    dryRun: sent === undefined,
    version: ready.version,
    profile: ready.profile,
    package: { name: ready.name, bytes: ready.bytes, sha256: ready.sha256 },
    files: ready.files,
    target: { name, host, port, user, path, ...(hostKey === undefined ? {} : { hostKey }) },
    ...(sent === undefined ? {} : { upload: uploadOf(sent) }),
  };
}

/** The receipt for people. */
export function describeReceipt(receipt: Receipt): string {
  const {
    dryRun,
    package: { name, bytes, sha256 },
    files,
    target,
    upload,
  } = receipt;
  const what = `${visible(name)} (${counted(files.length, 'file')}, ${counted(bytes, 'byte')})`;
  const where = `${target.host}:${String(target.port)}, folder ${visible(target.path)}`;
  const lines = dryRun
    ? [`Would upload ${what} to ${where}. Nothing was sent.`]
    : [`Uploaded ${what} to ${where}${upload?.replaced === true ? ', in place of the previous one' : ''}.`];
  if (target.hostKey !== undefined) lines.push(`Host key ${target.hostKey}`);
  lines.push(`SHA-256 ${sha256}`);
  if (upload?.backupLeft !== undefined) {
    lines.push(`The previous package could not be removed; it is now called ${visible(upload.backupLeft)}.`);
  }
  return `${lines.join('\n')}\n`;
}

function uploadOf({ remotePath, replaced, guarantee, backupLeft }: SentPackage) {
  return { remotePath, replaced, guarantee, ...(backupLeft === undefined ? {} : { backupLeft }) };
}
