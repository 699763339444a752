import * as vscode from 'vscode';
import {
  explorerChildren,
  type ExplorerList,
  type ExplorerNode,
  type FileNode,
  type GroupId,
  type GroupNode,
  type NodePlace,
  type PartNode,
  type ProblemCounts,
  type RecordNode,
  type RecordType,
  type RoleNode,
} from '../../core/explorer-protocol';
import type { Server } from '../client/server';
import { plain } from '../rosters/plain-text';
import { badgeUri } from './problem-badges';
import { listTargets } from './target-nodes';
import {
  groupDetail,
  groupTitle,
  partTitle,
  phrases,
  problemsText,
  recordDetail,
  recordKind,
  roleTitle,
} from './texts';
import type { NodeRecord, TreeNode } from './tree-node';
import { counted, number, say } from '../say';

const groupIcons: Readonly<Record<GroupId, string>> = {
  schools: 'mortar-board',
  sessions: 'calendar',
  courses: 'book',
  classes: 'notebook',
  people: 'organization',
  files: 'files',
  targets: 'cloud-upload',
};

const recordIcons: Readonly<Record<RecordType, string>> = {
  school: 'mortar-board',
  organization: 'home',
  session: 'calendar',
  course: 'book',
  class: 'notebook',
  person: 'person',
  nobody: 'question',
};

/** What nodes are made for. */
export interface NodeContext {
  readonly server: Server;
  readonly roster: vscode.Uri;
  /** The id of the node that they are below. */
  readonly parent: string;
}

/** Asks what is below a place in a roster. */
export async function listNodes(context: NodeContext, of: ExplorerList): Promise<readonly TreeNode[]> {
  const params = { rosterUri: context.roster.toString(), of };
  const nodes = await context.server.ask<readonly ExplorerNode[]>(explorerChildren, params);
  return nodes.map((node) => makeNode(context, node));
}

function makeNode(context: NodeContext, node: ExplorerNode): TreeNode {
  switch (node.kind) {
    case 'group':
      return groupNode(context, node);
    case 'role':
      return listNode(context, node, roleTitle(node.role), 'organization');
    case 'part':
      return listNode(context, node, partTitle(node), 'list-unordered');
    case 'record':
      return recordNode(context, node);
    case 'file':
      return fileNode(context, node);
  }
}

/** What all nodes have. */
export interface NodeParts {
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly problems: ProblemCounts;
  /** What menus go by. */
  readonly context: string;
  readonly isExpandable: boolean;
  readonly tooltip?: string;
  readonly command?: vscode.Command;
}

export function makeItem(id: string, parts: NodeParts): vscode.TreeItem {
  const { label, description, icon, problems, context, isExpandable, tooltip, command } = parts;
  const state = isExpandable
    ? vscode.TreeItemCollapsibleState.Collapsed
    : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(plain(label), state);
  const wrong = problemsText(problems);
  item.id = id;
  item.description = plain(description);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = context;
  item.tooltip = [label, tooltip ?? description, wrong].filter((line) => line !== '').join('\n');
  item.accessibilityInformation = {
    label: [label, description, wrong].filter((text) => text !== '').join(', '),
  };
  const uri = badgeUri(problems);
  if (uri !== undefined) item.resourceUri = uri;
  if (command !== undefined) item.command = command;
  return item;
}

/** Opens a place as a click in the editor's own trees does: the first click shows it, a second one or Enter goes there. */
export function openCommand({ uri, line, character }: NodePlace, title: string): vscode.Command {
  const selection = new vscode.Range(line, character, line, character);
  return { command: 'vscode.open', title, arguments: [vscode.Uri.parse(uri), { selection }] };
}

function idBelow({ parent }: NodeContext, { id }: { readonly id: string }): string {
  return `${parent}/${id.replaceAll('/', '%2F')}`;
}

function childrenOf(
  context: NodeContext,
  id: string,
  of: ExplorerList | undefined,
): Pick<TreeNode, 'children'> {
  return of === undefined ? {} : { children: () => listNodes({ ...context, parent: id }, of) };
}

function groupNode(context: NodeContext, node: GroupNode): TreeNode {
  const id = idBelow(context, node);
  const isTargets = node.group === 'targets';
  const isExpandable = isTargets ? node.count > 0 : node.children !== undefined;
  const connect = {
    command: 'oneroster.connect',
    title: say('Connect'),
    arguments: [{ roster: context.roster }],
  };
  const item = () =>
    makeItem(id, {
      label: groupTitle(node),
      description: groupDetail(node),
      icon: groupIcons[node.group],
      problems: node.problems,
      context: node.uri === undefined ? node.group : 'table',
      isExpandable,
      ...(isTargets && !isExpandable ? { command: connect } : {}),
    });
  const targets = { children: () => listTargets({ ...context, parent: id }) };
  return {
    ...{ id, item, roster: context.roster },
    ...(node.uri === undefined ? {} : { file: vscode.Uri.parse(node.uri) }),
    ...(isTargets ? targets : childrenOf(context, id, node.children)),
  };
}

function listNode(context: NodeContext, node: RoleNode | PartNode, label: string, icon: string): TreeNode {
  const id = idBelow(context, node);
  const item = () =>
    makeItem(id, {
      ...{ label, icon, problems: node.problems, context: node.kind, isExpandable: true },
      description: number(node.count),
    });
  return { id, item, roster: context.roster, ...childrenOf(context, id, node.children) };
}

function recordNode(context: NodeContext, node: RecordNode): TreeNode {
  const id = idBelow(context, node);
  const { place, sourcedId, enrollment } = node;
  const menu = [
    'record',
    ...(sourcedId === '' ? [] : ['named']),
    ...(enrollment === undefined ? [] : ['enrolled']),
  ];
  const description = recordDetail(node);
  const item = () =>
    makeItem(id, {
      ...{ label: node.name, description, problems: node.problems },
      icon: recordIcons[node.type],
      context: menu.join(' '),
      isExpandable: node.children !== undefined,
      tooltip: [recordKind(node), sourcedId, description].filter((line) => line !== '').join('\n'),
      command: openCommand(place, say('Open Record')),
    });
  const record: NodeRecord = {
    uri: vscode.Uri.parse(place.uri),
    position: new vscode.Position(place.line, place.character),
    sourcedId,
    ...(enrollment === undefined ? {} : { enrollment: locationOf(enrollment) }),
  };
  return { id, item, record, roster: context.roster, ...childrenOf(context, id, node.children) };
}

function locationOf({ uri, line, character }: NodePlace): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), new vscode.Position(line, character));
}

function fileNode(context: NodeContext, node: FileNode): TreeNode {
  const id = idBelow(context, node);
  const item = () =>
    makeItem(id, {
      label: node.name,
      description: phrases(counted(node.records, 'record')),
      icon: 'table',
      problems: node.problems,
      context: 'table',
      isExpandable: false,
      command: openCommand({ uri: node.uri, line: 0, character: 0 }, say('Open File')),
    });
  return { id, item, file: vscode.Uri.parse(node.uri), roster: context.roster };
}
