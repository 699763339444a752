import { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver/node';
import { differenceOf, removeSettings } from '../../node/remove-setting';
import type { RosterSessions } from '../roster-sessions';
import { pathOf } from '../uris';
import { wants } from './code-actions';

/** What can be done about what a configuration accepts in vain: it is taken out. */
export async function settingsActions(
  sessions: RosterSessions,
  { textDocument: { uri }, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const unused = context.diagnostics.filter(({ code }) => code === 'suppressed-nothing');
  if (unused.length === 0 || !wants(context.only, CodeActionKind.QuickFix)) return [];
  const path = pathOf(uri);
  const session = sessions.all.find(({ configPath }) => configPath === path);
  const written = await session?.configText();
  if (session === undefined || written === undefined) return [];
  const { text } = written;
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  return unused.flatMap((diagnostic) => {
    // Of a text that has moved on meanwhile, something else may stand there.
    if (!/^(?:\{[^]*\}|"[^]*")$/.test(document.getText(diagnostic.range))) return [];
    const {
      start,
      end,
      text: newText,
    } = differenceOf(text, removeSettings(text, [document.offsetAt(diagnostic.range.start)]));
    if (start === end && newText === '') return [];
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    return {
      title: session.say('Take out what matches nothing'),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: { changes: { [uri]: [{ range, newText }] } },
    };
  });
}
