import type * as vscode from 'vscode';
import type { PackageProgressParams, RostersChangedParams } from '../../core/protocol';
import type { RosterCheckedParams } from '../../core/table-protocol';
import type { PublishedProblems } from './problem-list';

/** A language server that answers, until it ends. */
export interface ServerProcess {
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** @throws RosterError where the process ends before it has answered */
  request<T>(method: string, params?: object, cancellation?: vscode.CancellationToken): Promise<T>;
  stop(): Promise<void>;
}

/** What a server needs, and whom it tells. */
export interface ServerProcessOptions {
  /** The path of the program. */
  readonly module: string;
  readonly log: vscode.LogOutputChannel;
  readonly watchers: vscode.FileSystemWatcher[];
  readonly onRosters: (params: RostersChangedParams) => void;
  readonly onChecked: (params: RosterCheckedParams) => void;
  readonly onProblems: (problems: PublishedProblems) => void;
  readonly onProgress: (params: PackageProgressParams) => void;
}
