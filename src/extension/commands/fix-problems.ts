import * as vscode from 'vscode';
import { askedFor, rosterFor } from '../rosters/asked-for';
import type { Command } from '../services';
import { say } from '../say';

/** Mends what has a fix in a roster, after asking how far to go. */
export const fixProblems: Command = async (services, argument) => {
  const roster = await rosterFor(services, askedFor(argument));
  const certain = {
    label: say('What is certain'),
    detail: say('Letter case, blanks, dates, lists, missing columns and the like: nothing is lost.'),
    unsafe: false,
  };
  const guessed = {
    label: say('Guesses too'),
    detail: say(
      'Also the nearest word, and records that name nothing are taken out. Look at the changes afterwards.',
    ),
    unsafe: true,
  };
  const picked = await vscode.window.showQuickPick([certain, guessed], {
    title: say('Fix problems in {roster}', { roster: roster.name }),
    placeHolder: say('What should be fixed?'),
  });
  if (picked === undefined) return;
  const { fixAllProblems } = await import('../fixes/fix-all-problems');
  await fixAllProblems(services, { rosterUri: roster.uri, unsafe: picked.unsafe });
};
