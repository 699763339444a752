import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import type { RosterState } from '../../core/protocol';
import type { Server } from '../client/server';
import type { Rosters } from '../rosters/rosters';
import { isCancel } from '../run-guarded';
import { listNodes, makeItem } from './make-nodes';
import { showProblemBadges } from './problem-badges';
import { awaitedMessage, lostMessage, problemsText, rosterDetail } from './texts';
import type { TreeNode } from './tree-node';

export const viewId = 'oneroster.rosters';

interface ExplorerServices {
  readonly server: Server;
  readonly rosters: Rosters;
  readonly log: vscode.LogOutputChannel;
}

/** The tree of rosters in the side bar: made of what the server lists, where somebody looks. */
export class RosterExplorer implements vscode.Disposable {
  readonly #services: ExplorerServices;
  readonly #changed = new vscode.EventEmitter<TreeNode | undefined>();
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #disposables: vscode.Disposable;
  /** By URI; the same objects as long as the rosters are there, so that one of them can be told to be looked at again. */
  #nodes: ReadonlyMap<string, TreeNode> = new Map();

  constructor(services: ExplorerServices) {
    this.#services = services;
    const { rosters, server } = services;
    this.#view = vscode.window.createTreeView(viewId, {
      showCollapseAll: true,
      treeDataProvider: {
        onDidChangeTreeData: this.#changed.event,
        getTreeItem: ({ item }) => item(),
        getChildren: (node) => this.#children(node),
      },
    });
    const receipts = vscode.workspace.createFileSystemWatcher('**/.oneroster/deliveries/**/*.json');
    const refresh = () => this.refresh();
    this.#disposables = vscode.Disposable.from(
      this.#view,
      showProblemBadges(),
      rosters.onDidChange(() => {
        this.#showWhole();
        refresh();
      }),
      server.onDidCheck((uri) => {
        const node = this.#nodes.get(keyOf(vscode.Uri.parse(uri)));
        if (node !== undefined) this.#changed.fire(node);
      }),
      // What was delivered or scheduled elsewhere is told by nobody.
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) refresh();
      }),
      receipts,
      receipts.onDidCreate(refresh),
      receipts.onDidDelete(refresh),
    );
  }

  /** The node that has the focus in the tree. */
  get selected(): TreeNode | undefined {
    return this.#view.selection[0];
  }

  /** Looks again at what is told by nobody, such as the jobs of this computer. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#changed.dispose();
  }

  async #children(node: TreeNode | undefined): Promise<TreeNode[]> {
    if (node === undefined) return this.#roots();
    try {
      return [...((await node.children?.()) ?? [])];
    } catch (error) {
      // The roster, or the server, is gone: the tree will be told of what comes after it.
      if (!RosterError.is(error) && !isCancel(error))
        this.#services.log.warn('The tree of rosters:', String(error));
      return [];
    }
  }

  async #roots(): Promise<TreeNode[]> {
    const { rosters, server } = this.#services;
    // Right after the start the server may still be looking for rosters; it answers this when it has found them.
    if (rosters.all.length === 0) await server.checkAgain().catch(() => undefined);
    const before = this.#nodes;
    this.#nodes = new Map(
      rosters.all.map((roster) => {
        const key = keyOf(vscode.Uri.parse(roster.uri));
        return [key, before.get(key) ?? this.#rosterNode(roster)];
      }),
    );
    return [...this.#nodes.values()];
  }

  #rosterNode(roster: RosterState): TreeNode {
    const { rosters, server } = this.#services;
    const uri = vscode.Uri.parse(roster.uri);
    const id = uri.toString();
    return {
      ...{ id, roster: uri },
      item: () => rosterItem(rosters.current(roster), rosters, id),
      children: () => listNodes({ server, roster: uri, parent: id }, { kind: 'groups' }),
    };
  }

  /** Says on the view what is true of all rosters. */
  #showWhole(): void {
    const { all, knowledge } = this.#services.rosters;
    const messages = { current: '', awaited: awaitedMessage, lost: lostMessage };
    this.#view.message = messages[knowledge];
    const error = all.reduce((sum, { totals }) => sum + totals.error, 0);
    const tooltip = problemsText({ error, warning: 0, information: 0 });
    this.#view.badge = error === 0 ? undefined : { value: error, tooltip };
  }
}

function rosterItem(roster: RosterState, { all, knowledge }: Rosters, id: string): vscode.TreeItem {
  const uri = vscode.Uri.parse(roster.uri);
  const path = vscode.workspace.asRelativePath(uri);
  const hasTwin = all.some(({ name, uri: other }) => name === roster.name && other !== roster.uri);
  const item = makeItem(id, {
    label: roster.name,
    description: rosterDetail(roster, knowledge, hasTwin ? path : ''),
    tooltip: [uri.fsPath, rosterDetail(roster, knowledge, '')].join('\n'),
    icon: 'table',
    problems: knowledge === 'current' ? roster.totals : { error: 0, warning: 0, information: 0 },
    context: 'roster',
    isExpandable: true,
  });
  if (all.length === 1) item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
  return item;
}

function keyOf(uri: vscode.Uri): string {
  return uri.fsPath;
}
