import type * as vscode from 'vscode';
import type { JobKey } from '../../core/schedule/job-controls';

/** A record that a node of the tree stands for. */
export interface NodeRecord {
  readonly uri: vscode.Uri;
  /** Where its id begins. */
  readonly position: vscode.Position;
  /** Empty where it has none. */
  readonly sourcedId: string;
  /** For a member of a class: where the enrollment is. */
  readonly enrollment?: vscode.Location;
}

/**
 * A node of the tree of rosters. What menus hand to commands is a node: `roster` and `target` say what `askedFor` wants to know, `file`,
 * `record` and `job` what is clicked at in particular.
 */
export interface TreeNode {
  /** Unique in the tree, and the same after a refresh. */
  readonly id: string;
  /** The roster's folder. */
  readonly roster: vscode.Uri;
  readonly target?: string;
  /** The table that it is about as a whole. */
  readonly file?: vscode.Uri;
  readonly record?: NodeRecord;
  /** The nightly job that it stands for. */
  readonly job?: JobKey;
  readonly item: () => vscode.TreeItem;
  readonly children?: () => Promise<readonly TreeNode[]>;
}

/** Reads what a menu of the tree hands to a command; undefined for the palette. */
export function treeNode(argument: unknown): TreeNode | undefined {
  const isNode =
    typeof argument === 'object' && argument !== null && 'item' in argument && 'roster' in argument;
  return isNode ? (argument as TreeNode) : undefined;
}
