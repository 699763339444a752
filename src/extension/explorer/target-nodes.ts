import { explorerTargets, type ExplorerTarget, type PlannedRun } from '../../core/explorer-protocol';
import { makeItem, openCommand, type NodeContext } from './make-nodes';
import { deliveryDetail, deliveryTitle, phrases, runDetail, runTitle, targetDetail } from './texts';
import { lastRunText } from '../jobs/job-texts';
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

function runNode(id: string, run: PlannedRun | undefined, of: OfTarget): TreeNode {
  return run === undefined ? noRunNode(id, of) : jobNode(id, run, of);
}

/** Leads to what makes such a job. */
function noRunNode(id: string, of: OfTarget): TreeNode {
  const item = () =>
    makeItem(id, {
      label: runTitle,
      description: say('not scheduled'),
      icon: 'circle-slash',
      problems: noProblems,
      context: 'run',
      isExpandable: false,
      command: { command: 'oneroster.schedule', title: say('Schedule Nightly Upload'), arguments: [of] },
    });
  return { id, item, ...of };
}

/** Leads to what is installed. */
function jobNode(id: string, run: PlannedRun, of: OfTarget): TreeNode {
  const { job, next, last, uri } = run;
  const title = say('Show What Is Installed');
  const description = runDetail(run);
  const item = () =>
    makeItem(id, {
      label: runTitle,
      description,
      tooltip: [description, ...(last === undefined ? [] : [lastRunText(last)])].join('\n'),
      icon: next === undefined ? 'debug-pause' : 'watch',
      problems: noProblems,
      context: next === undefined ? 'job off' : 'job on',
      isExpandable: false,
      command:
        uri === undefined
          ? { command: 'oneroster.showJob', title, arguments: [{ ...of, job }] }
          : openCommand({ uri, line: 0, character: 0 }, title),
    });
  return { id, item, job, ...of };
}
