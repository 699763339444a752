import { inEnglish, sentence, type Say, type Sentence } from '../text/say';

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
export function describeGuarantee(placed: HowPlaced, say: Say = inEnglish): string {
  return placed.files === undefined ? describeOne(placed, say) : describeLoose(placed, say);
}

function describeLoose({ guarantee, backupLeft }: HowPlaced, say: Say): string {
  const burst = say(
    'All files were uploaded under other names first, then renamed one right after the other, the manifest last.',
  );
  if (guarantee !== 'moved-aside') return `${burst} ${say('Each of them was put in place in one step.')}`;
  const aside =
    backupLeft === undefined
      ? say(
          'This server cannot replace a file in one step, so previous files were moved aside first and then removed.',
        )
      : say(
          'This server cannot replace a file in one step, so previous files were moved aside first. One is still there as "{backupLeft}" and can be deleted.',
          { backupLeft },
        );
  return `${burst} ${aside}`;
}

function describeOne({ guarantee, replaced, backupLeft }: HowPlaced, say: Say): string {
  if (!replaced) return say('It was put in place in one step; there was no package before.');
  if (guarantee !== 'moved-aside') return say('It replaced the previous package in one step.');
  return backupLeft === undefined
    ? say(
        'This server cannot replace a file in one step, so the previous package was moved aside first and then removed.',
      )
    : say(
        'This server cannot replace a file in one step, so the previous package was moved aside. It is still there as "{backupLeft}" and can be deleted.',
        { backupLeft },
      );
}

/** A guarantee in a word, for the steps of an upload as they are shown; in English, as receipts have it. */
export const guaranteeWords: Readonly<Record<Guarantee, Sentence>> = {
  'posix-rename': sentence('posix-rename'),
  'rename-over': sentence('rename-over'),
  'rename-no-previous': sentence('rename-no-previous'),
  'moved-aside': sentence('moved-aside'),
};

/** The weakest of several guarantees. */
export function weakestGuarantee(guarantees: readonly Guarantee[]): Guarantee {
  return byStrength.find((each) => guarantees.includes(each)) ?? 'posix-rename';
}

const byStrength: readonly Guarantee[] = ['moved-aside', 'rename-over', 'rename-no-previous', 'posix-rename'];
