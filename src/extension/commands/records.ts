import * as vscode from 'vscode';
import { treeNode, type NodeRecord, type TreeNode } from '../explorer/tree-node';
import type { Command, Services } from '../services';

// What menus and keys of the tree of rosters do with the node that they are used on.

/** Opens the file of a table. */
export const openFile: Command = async (services, argument) => {
  const { file } = nodeOf(services, argument);
  if (file !== undefined) await vscode.commands.executeCommand('vscode.open', file);
};

/** Opens a record in its file. */
export const openRecord: Command = async (services, argument) => {
  const { uri, position } = recordOf(services, argument);
  await show(uri, position);
};

/** Opens the enrollment that makes somebody a member of a class. */
export const openEnrollment: Command = async (services, argument) => {
  const { enrollment } = recordOf(services, argument);
  if (enrollment !== undefined) await show(enrollment.uri, enrollment.range.start);
};

/** Shows who names a record, beside its id. */
export const findReferences: Command = async (services, argument) => {
  const { uri, position } = recordOf(services, argument);
  await show(uri, position);
  await vscode.commands.executeCommand('editor.action.goToReferences');
};

export const copySourcedId: Command = async (services, argument) => {
  await vscode.env.clipboard.writeText(recordOf(services, argument).sourcedId);
};

/** Asks for another id, in the file, and puts it wherever the roster names the record. */
export const renameSourcedId: Command = async (services, argument) => {
  const { uri, position } = recordOf(services, argument);
  await show(uri, position);
  await vscode.commands.executeCommand('editor.action.rename');
};

async function show(uri: vscode.Uri, position: vscode.Position): Promise<void> {
  const selection = new vscode.Range(position, position);
  await vscode.commands.executeCommand('vscode.open', uri, { selection });
}

/** What a menu was opened on, or for a key, what has the focus. */
function nodeOf({ explorer }: Services, argument: unknown): Partial<TreeNode> {
  return treeNode(argument) ?? explorer.selected ?? {};
}

/** @throws CancellationError where no record is meant */
function recordOf(services: Services, argument: unknown): NodeRecord {
  const { record } = nodeOf(services, argument);
  if (record === undefined) throw new vscode.CancellationError();
  return record;
}
