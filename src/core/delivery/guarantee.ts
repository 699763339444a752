/**
 * How a new package came to its name. `posix-rename`: in one step, nobody ever saw no package or half of one.
 * `rename-over`: by the server's plain rename, which replaced the previous one. `rename-no-previous`: in one step too, there was
 * no package before. `moved-aside`: the server cannot replace a file, so the previous package was renamed first, and for a
 * moment there was none.
 */
export type Guarantee = 'posix-rename' | 'rename-over' | 'rename-no-previous' | 'moved-aside';

interface HowPlaced {
  /** As a `Guarantee`; receipts of other versions may know others. */
  readonly guarantee: string;
  readonly replaced: boolean;
  readonly backupLeft?: string | undefined;
  /** Loose files. */
  readonly files?: readonly unknown[] | undefined;
}

/** What can be said of how a package came to its place, in a sentence or two. */
export function describeGuarantee(placed: HowPlaced): string {
  return placed.files === undefined ? describeOne(placed) : describeLoose(placed);
}

function describeLoose({ guarantee, backupLeft }: HowPlaced): string {
  const burst =
    'All files were uploaded under other names first, then renamed one right after the other, the manifest last.';
  if (guarantee !== 'moved-aside') return `${burst} Each of them was put in place in one step.`;
  const aside = 'This server cannot replace a file in one step, so previous files were moved aside first';
  return `${burst} ${aside}${backupLeft === undefined ? ' and then removed.' : `. One is still there as "${backupLeft}" and can be deleted.`}`;
}

function describeOne({ guarantee, replaced, backupLeft }: HowPlaced): string {
  if (!replaced) return 'It was put in place in one step; there was no package before.';
  if (guarantee !== 'moved-aside') return 'It replaced the previous package in one step.';
  return backupLeft === undefined
    ? 'This server cannot replace a file in one step, so the previous package was moved aside first and then removed.'
    : `This server cannot replace a file in one step, so the previous package was moved aside. It is still there as "${backupLeft}" and can be deleted.`;
}

/** The weakest of several guarantees. */
export function weakestGuarantee(guarantees: readonly Guarantee[]): Guarantee {
  return byStrength.find((each) => guarantees.includes(each)) ?? 'posix-rename';
}

const byStrength: readonly Guarantee[] = ['moved-aside', 'rename-over', 'rename-no-previous', 'posix-rename'];
