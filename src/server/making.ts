import type { Connection } from 'vscode-languageserver/node';
import { newRoster } from '../core/new-roster/new-roster';
import { makeRoster, type MakeRosterParams, type NewRosterAnswer } from '../core/protocol';
import { today } from '../node/today';
import { writeRosterFolder } from '../node/write-roster-folder';
import { asOutcome } from './outcome';

/** Answers the request to make a new roster. */
export function registerMaking(connection: Connection): void {
  connection.onRequest(makeRoster, (params: MakeRosterParams) => asOutcome(() => make(params)));
}

async function make({ folder, version, profile }: MakeRosterParams): Promise<NewRosterAnswer> {
  const files = newRoster({ version, profile, asOf: today() });
  await writeRosterFolder(folder, files);
  return { folder, files: files.map(({ name }) => name) };
}
