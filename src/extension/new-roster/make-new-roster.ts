import { join } from 'node:path';
import * as vscode from 'vscode';
import { makeRoster, type MakeRosterParams, type NewRosterAnswer } from '../../core/protocol';
import { usualVersion } from '../../core/spec/usual-version';
import type { ProfileId } from '../../core/spec/catalog.generated';
import type { OneRosterVersion, ProfileFact } from '../../core/spec/types';
import { askChoice, type ChoiceItem } from '../input/ask';
import { askFolder } from '../input/ask-folder';
import { runSteps, type Step } from '../input/run-steps';
import { showMade } from '../rosters/show-made';
import type { Services } from '../services';
import { say } from '../say';

interface Form {
  readonly profile: ProfileFact;
  readonly version: OneRosterVersion;
  readonly folder: string;
}

/**
 * Asks what a new roster is for, in which version it is to be and where it goes, and makes it.
 * @throws RosterError; CancellationError where a person gives up
 */
export async function makeNewRoster({ server }: Services, profiles: readonly ProfileFact[]): Promise<void> {
  const first = profiles.find(({ id }) => id === 'standard');
  if (first === undefined) return;
  const start = { profile: first, version: usualVersion(first), folder: usualFolder() };
  const { profile, version, folder } = await runSteps(say('New Roster'), steps(profiles), start);
  const params: MakeRosterParams = { folder, version, profile: profile.id };
  const made = await server.ask<NewRosterAnswer>(makeRoster, params);
  await openFirst(made);
  void showMade(
    say('A new roster of OneRoster {version} for {profile}', { version, profile: say(profile.title) }),
    made,
  );
}

function steps(profiles: readonly ProfileFact[]): readonly Step<Form>[] {
  return [
    {
      ask: async (form, place) => {
        const items = profiles.map(profileItem);
        const placeholder = say('Who is to read the roster?');
        const answer = await askChoice<ProfileId>({ ...place, placeholder, items, value: form.profile.id });
        if (answer === 'back') return answer;
        const profile = profiles.find(({ id }) => id === answer.value) ?? form.profile;
        return { value: { ...form, profile, version: usualVersion(profile) } };
      },
    },
    {
      applies: ({ profile }) => profile.versions.length > 1,
      ask: async (form, place) => {
        const items = form.profile.versions.map((version) => ({
          label: `OneRoster ${version}`,
          ...(version === '1.1' ? { description: say('nearly everybody reads it') } : {}),
          value: version,
        }));
        const placeholder = say('Which version?');
        const answer = await askChoice({ ...place, placeholder, items, value: form.version });
        return answer === 'back' ? answer : { value: { ...form, version: answer.value } };
      },
    },
    {
      ask: async (form, place) => {
        const prompt = say('The folder for its files. Nothing is overwritten.');
        const answer = await askFolder(place, prompt, form.folder);
        return answer === 'back' ? answer : { value: { ...form, folder: answer.value.trim() } };
      },
    },
  ];
}

function profileItem({ id, title, versions }: ProfileFact): ChoiceItem<ProfileId> {
  return {
    label: say(title),
    description: say('reads {versions}', { versions: versions.join(', ') }),
    value: id,
  };
}

function usualFolder(): string {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return root === undefined ? '' : join(root, 'roster');
}

/** Shows the people of the new roster, who are what most have to write first. */
async function openFirst({ folder, files }: NewRosterAnswer): Promise<void> {
  const file = files.find((name) => name === 'users.csv');
  if (file !== undefined) await vscode.window.showTextDocument(vscode.Uri.file(join(folder, file)));
}
