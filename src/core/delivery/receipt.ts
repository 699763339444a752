import type { Severity } from '../spec/types';
import type { Target } from './target';

/** The record of one delivery, or of what a dry run would have delivered. It holds no secret and no name of a person. */
export interface Receipt {
  readonly tool: { readonly name: string; readonly version: string };
  /** When the package was in its place, as ISO 8601 in UTC. */
  readonly time: string;
  /** True where nothing was sent. */
  readonly dryRun: boolean;
  /** Of OneRoster. */
  readonly version: string;
  readonly profile: string;
  /** The severities that the configuration had changed: with the version of the tool, they say what was checked. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly package: { readonly name: string; readonly bytes: number; readonly sha256: string };
  /** `records` leaves out the header and blank records. */
  readonly files: readonly ReceiptFile[];
  readonly target: ReceiptTarget;
  /** Missing in a dry run. */
  readonly upload?: ReceiptUpload;
  /** What is other than in the package that was delivered to this target before; missing for the first one. */
  readonly changes?: readonly ReceiptChanges[];
  /** Why it was sent although the change gate had stopped it. */
  readonly reason?: string;
  /** The id of the earlier delivery whose package this was, where somebody went back to it. */
  readonly rollbackTo?: string;
}

export interface ReceiptFile {
  readonly name: string;
  readonly records: number;
  readonly bytes: number;
}

export interface ReceiptTarget {
  /** The target's name in the configuration; of an address that was given instead, its host. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly path: string;
  /** The key that the server showed; of a dry run the one that it has to show, where one is named. */
  readonly hostKey?: string;
}

export interface ReceiptUpload {
  readonly remotePath: string;
  /** Whether a package of that name was there before. */
  readonly replaced: boolean;
  /** How the package came to its name, as the upload tells it. */
  readonly guarantee: string;
  /** Where the previous package still is, if it could not be removed. */
  readonly backupLeft?: string;
  /** For a consumer that takes the files side by side, each of them; `remotePath` is their folder then. */
  readonly files?: readonly ReceiptFileUpload[];
}

/** How one loose file came to its name. */
export interface ReceiptFileUpload extends Omit<ReceiptUpload, 'files'> {
  readonly bytes: number;
}

/** How many records of a file were created, changed and removed. */
export interface ReceiptChanges {
  readonly file: string;
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
}

/** What was made of the package: nothing in a dry run. */
export interface SentReceipt extends ReceiptUpload {
  readonly hostKey: string;
}

/** What a receipt says of the package and how it was checked. */
export type ReceiptContents = Pick<
  Receipt,
  'tool' | 'version' | 'profile' | 'rules' | 'package' | 'files' | 'changes' | 'reason' | 'rollbackTo'
>;

/** Puts a receipt together. */
export function makeReceipt(
  contents: ReceiptContents,
  { name, host, port, user, path, hostKey: expected }: Target,
  sent: SentReceipt | undefined,
  time: Date,
): Receipt {
  const hostKey = sent?.hostKey ?? expected;
  const { tool, version, profile, rules, package: zip, files, changes, reason, rollbackTo } = contents;
  return {
    tool,
    time: time.toISOString(),
    dryRun: sent === undefined,
    version,
    profile,
    rules,
    package: zip,
    files,
    target: { name, host, port, user, path, ...(hostKey === undefined ? {} : { hostKey }) },
    ...(sent === undefined ? {} : { upload: uploadOf(sent) }),
    ...(changes === undefined ? {} : { changes }),
    ...(reason === undefined ? {} : { reason }),
    ...(rollbackTo === undefined ? {} : { rollbackTo }),
  };
}

function uploadOf({ remotePath, replaced, guarantee, backupLeft, files }: SentReceipt): ReceiptUpload {
  return {
    remotePath,
    replaced,
    guarantee,
    ...(backupLeft === undefined ? {} : { backupLeft }),
    ...(files === undefined ? {} : { files }),
  };
}
