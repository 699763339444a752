import {
  InlayHintRequest,
  type ClientCapabilities,
  type Connection,
  type Disposable,
  type InlayHint,
  type Range,
} from 'vscode-languageserver/node';
import { nameHints } from '../../core/features/name-hints';
import type { Editor } from '../editor';
import { rangeOfBytes } from '../to-lsp';
import { offsetOf, openTable, type OpenedTable } from './opened-table';
import { recordLinks } from './record-link';
import type { ServerFeature } from './server-feature';

const setting = 'oneroster.inlayHints.enabled';

/** The name behind each id. Announced only while the setting is on, so that otherwise nobody asks. */
export const inlayHints: ServerFeature = {
  capabilities: {},
  register(connection, sessions, editor) {
    connection.languages.inlayHint.on(async ({ textDocument, range }) => {
      const opened = await openTable(sessions, textDocument.uri);
      return opened === undefined ? null : hintsIn(opened, range);
    });
    void editor.ready.then((abilities) => followSetting(connection, editor, abilities));
  },
};

/** Announces the hints while the setting is on. */
async function followSetting(
  connection: Connection,
  editor: Editor,
  { workspace, textDocument }: ClientCapabilities,
): Promise<void> {
  if (workspace?.configuration !== true || textDocument?.inlayHint?.dynamicRegistration !== true) return;
  let announced: Disposable | undefined;
  const look = async () => {
    const isOn = (await connection.workspace.getConfiguration(setting)) === true;
    if (isOn === (announced !== undefined)) return;
    announced?.dispose();
    announced = isOn
      ? await connection.client.register(InlayHintRequest.type, { documentSelector: null })
      : undefined;
  };
  // One look after the other, for each waits for answers.
  let looking = look();
  editor.onDidChangeSettings(() => {
    looking = looking.then(look);
  });
  await looking;
}

function hintsIn(opened: OpenedTable, { start, end }: Range): InlayHint[] {
  const { roster, table, lines } = opened;
  const [from, to] = [offsetOf(opened, start), offsetOf(opened, end)];
  return nameHints(roster, table, from, to, recordLinks(opened)).map(({ offset, name, documentation }) => ({
    position: rangeOfBytes(lines, offset, offset).start,
    label: name,
    tooltip: { kind: 'markdown', value: documentation },
    paddingLeft: true,
  }));
}
