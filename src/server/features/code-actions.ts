import type { CodeAction, Connection } from 'vscode-languageserver/node';
import { RosterError } from '../../core/errors';
import { phrase, sentence, spoken } from '../../core/text/say';
import {
  applyFix,
  fixAll,
  suppress,
  type FixAllAnswer,
  type FixAllParams,
  type FixReference,
  type SuppressParams,
} from '../../core/protocol';
import { asOutcome } from '../outcome';
import { applyPatches } from '../fixes/apply-patches';
import { quickFixes, wants } from '../fixes/code-actions';
import { patchesOf } from '../fixes/find-patches';
import { fixAllIn } from '../fixes/fix-all-in';
import { isEditable, toWorkspaceEdit } from '../fixes/patches-to-edit';
import { suppressProblem } from '../fixes/suppress-problem';
import { settingsActions } from '../fixes/settings-actions';
import type { RosterSession } from '../roster-session';
import type { RosterSessions } from '../roster-sessions';
import { pathOf, splitUri } from '../uris';
import { isConfig } from './config-mapping';
import type { ServerFeature } from './server-feature';

/** The kind of action that mends a file when it is saved, if a person wants that. */
const fixAllKind = 'source.fixAll.oneroster';

/** Fixes of problems, one by one, for a file and for a roster. */
export const codeActions: ServerFeature = {
  capabilities: {
    codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind], resolveProvider: true },
    executeCommandProvider: { commands: [applyFix] },
  },
  register(connection, sessions) {
    connection.onCodeAction(async (params) => {
      if (isConfig(params.textDocument.uri)) return settingsActions(sessions, params);
      const place = splitUri(params.textDocument.uri);
      const session = place === undefined ? undefined : sessions.ofFolder(place.folder);
      if (place === undefined || session === undefined) return [];
      if (params.context.only !== undefined && wants(params.context.only, fixAllKind)) {
        return sourceFixAll(session, place.name);
      }
      return quickFixes(await session.checked(), place.name, params);
    });
    connection.onCodeActionResolve(async (action) => {
      const wanted = action.data as FixReference | undefined;
      return wanted === undefined ? action : resolved(sessions, action, wanted);
    });
    connection.onExecuteCommand(async ({ command, arguments: [wanted] = [] }) => {
      if (command === applyFix) await apply(connection, sessions, wanted as FixReference);
    });
    connection.onRequest(fixAll, (params: FixAllParams) =>
      asOutcome(() => mendAll(connection, sessions, params)),
    );
    connection.onRequest(suppress, (params: SuppressParams) =>
      asOutcome(() => suppressProblem(connection, sessionOf(sessions, params.rosterUri), params)),
    );
  },
};

/** Only edits of the text itself: what is saved is this file and nothing else. */
async function sourceFixAll(session: RosterSession, file: string): Promise<CodeAction[]> {
  const { roster } = (await session.checked()).validation;
  const { patches } = await fixAllIn(session, { file, unsafe: false, onlyText: true });
  const own = patches.filter((patch) => patch.from === file && isEditable(patch));
  if (own.length === 0) return [];
  const title = roster.say('Fix all OneRoster problems that are certain');
  return [{ title, kind: fixAllKind, edit: toWorkspaceEdit(session, own) }];
}

async function resolved(
  sessions: RosterSessions,
  action: CodeAction,
  wanted: FixReference,
): Promise<CodeAction> {
  const session = sessions.ofFolder(pathOf(wanted.rosterUri) ?? '');
  if (session === undefined) return action;
  const patches = patchesOf(await session.checked(), wanted);
  if (patches.every(isEditable)) return { ...action, edit: toWorkspaceEdit(session, patches) };
  return { ...action, command: { title: action.title, command: applyFix, arguments: [wanted] } };
}

async function apply(connection: Connection, sessions: RosterSessions, wanted: FixReference): Promise<void> {
  const session = sessions.ofFolder(pathOf(wanted.rosterUri) ?? '');
  if (session === undefined) return;
  try {
    await applyPatches(connection, sessions, session, patchesOf(await session.checked(), wanted));
  } catch (error) {
    if (!RosterError.is(error)) throw error;
    if (error.code === 'cancelled') return;
    const { message, remedy } = error.sentences;
    connection.window.showErrorMessage(`${spoken(message, session.say)} ${spoken(remedy, session.say)}`);
  }
}

async function mendAll(
  connection: Connection,
  sessions: RosterSessions,
  { rosterUri, fileUri, unsafe }: FixAllParams,
): Promise<FixAllAnswer> {
  const session = sessionOf(sessions, rosterUri);
  const file = fileUri === undefined ? undefined : splitUri(fileUri)?.name;
  const { patches, done } = await fixAllIn(session, { file, unsafe, onlyText: false });
  await applyPatches(connection, sessions, session, patches);
  return { done, files: patches.map(({ from, to }) => to ?? from ?? '') };
}

function sessionOf(sessions: RosterSessions, rosterUri: string): RosterSession {
  const session = sessions.ofFolder(pathOf(rosterUri) ?? '');
  if (session !== undefined) return session;
  throw new RosterError(
    'not-a-roster',
    sentence('{rosterUri} is no roster.', { rosterUri }),
    phrase('Open its folder.'),
  );
}
