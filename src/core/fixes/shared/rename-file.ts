import type { Fix, FixContext, Safety } from '../engine/define-fixes';

/** The fix that gives a file the name that the problem's message suggests, unless another file has that. */
export function renameFile({ problem, roster, say }: FixContext, safety: Safety): readonly Fix[] {
  const { suggestion } = problem.data;
  if (typeof suggestion !== 'string') return [];
  const to = `${problem.file.slice(0, problem.file.lastIndexOf('/') + 1)}${suggestion}`;
  const content = roster.input.entries.find(({ path }) => path === problem.file)?.content;
  if (content === undefined || 'failure' in content) return [];
  if (roster.input.entries.some(({ path }) => path === to)) return [];
  return [
    {
      safety,
      title: say('Name the file {suggestion}', { suggestion }),
      changes: () => [{ kind: 'rename', file: problem.file, to }],
    },
  ];
}
