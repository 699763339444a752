import { explorerTargets, type ExplorerTarget, type PlannedRun } from '../../core/explorer-protocol';
import { makeItem, openCommand, type NodeContext } from './make-nodes';
import { deliveryDetail, deliveryTitle, phrases, runDetail, runTitle, targetDetail } from './texts';
import type { TreeNode } from './tree-node';
import { say } from '../say';

const noProblems = { error: 0, warning: 0, information: 0 };

/** Asks where a roster is delivered to. */
export async function listTargets(context: NodeContext): Promise<readonly TreeNode[]> {
  const params = { rosterUri: context.roster.toString() };
  const targets = await context.server.ask<readonly ExplorerTarget[]>(explorerTargets, params);
  return targets.map((target) => targetNode(context, target));
}

function targetNode({ roster, parent }: NodeContext, target: ExplorerTarget): TreeNode {
  const id = `${parent}/${target.name}`;
  const item = () =>
    makeItem(id, {
      label: target.name,
      description: targetDetail(target),
      tooltip: phrases(`${target.user}@${target.host}`, targetDetail(target)),
      icon: target.isDamaged === true ? 'warning' : 'server',
      problems: noProblems,
      context: 'target',
      isExpandable: true,
      command: openCommand(target.place, say('Open Configuration')),
    });
  const of = { roster, target: target.name };
  const runs = target.runs.length === 0 ? [undefined] : target.runs;
  return {
    ...{ id, item, ...of },
    children: () =>
      Promise.resolve([
        ...lastDelivery(id, target, of),
        ...runs.map((run, index) => runNode(`${id}/run/${String(index)}`, run, of)),
      ]),
  };
}

type OfTarget = Pick<TreeNode, 'roster' | 'target'>;

function lastDelivery(parent: string, { last }: ExplorerTarget, of: OfTarget): readonly TreeNode[] {
  if (last === undefined) return [];
  const id = `${parent}/last`;
  const item = () =>
    makeItem(id, {
      label: deliveryTitle,
      description: deliveryDetail(last),
      icon: 'history',
      problems: noProblems,
      context: 'delivery',
      isExpandable: false,
      command: openCommand({ uri: last.receiptUri, line: 0, character: 0 }, say('Open Receipt')),
    });
  return [{ id, item, ...of }];
}

/** Leads to what runs it, or, where nothing does, to what makes such a job. */
function runNode(id: string, run: PlannedRun | undefined, of: OfTarget): TreeNode {
  const schedule = { command: 'oneroster.schedule', title: say('Schedule Nightly Upload'), arguments: [of] };
  const command =
    run === undefined
      ? schedule
      : run.uri === undefined
        ? undefined
        : openCommand({ uri: run.uri, line: 0, character: 0 }, say('Open'));
  const item = () =>
    makeItem(id, {
      label: runTitle,
      description: runDetail(run),
      icon: run === undefined ? 'circle-slash' : 'watch',
      problems: noProblems,
      context: 'run',
      isExpandable: false,
      ...(command === undefined ? {} : { command }),
    });
  return { id, item, ...of };
}
