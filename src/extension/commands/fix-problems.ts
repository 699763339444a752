import * as vscode from 'vscode';
import { askedFor, rosterFor } from '../rosters/asked-for';
import type { Command } from '../services';

/** Mends what has a fix in a roster, after asking how far to go. */
export const fixProblems: Command = async (services, argument) => {
  const roster = await rosterFor(services, askedFor(argument));
  const certain = {
    label: 'What is certain',
    detail: 'Letter case, blanks, dates, lists, missing columns and the like: nothing is lost.',
    unsafe: false,
  };
  const guessed = {
    label: 'Guesses too',
    detail:
      'Also the nearest word, and records that name nothing are taken out. Look at the changes afterwards.',
    unsafe: true,
  };
  const picked = await vscode.window.showQuickPick([certain, guessed], {
    title: `Fix problems in ${roster.name}`,
    placeHolder: 'What should be fixed?',
  });
  if (picked === undefined) return;
  const { fixAllProblems } = await import('../fixes/fix-all-problems');
  await fixAllProblems(services, { rosterUri: roster.uri, unsafe: picked.unsafe });
};
