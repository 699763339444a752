import {
  InlayHintRefreshRequest,
  InlayHintRequest,
  type Disposable,
  type InlayHint,
  type Range,
} from 'vscode-languageserver/node';
import { nameHints } from '../../core/features/name-hints';
import { rangeOfBytes } from '../to-lsp';
import { offsetOf, openTable, type OpenedTable } from './opened-table';
import { recordLinks } from './record-link';
import type { ServerFeature } from './server-feature';

const setting = 'oneroster.inlayHints.enabled';
/** How long to wait after a check for another before hints are asked for again; in milliseconds. */
const pause = 500;

/** The name behind each id. Announced only while the setting is on, so that otherwise nobody asks. */
export const inlayHints: ServerFeature = {
  capabilities: {},
  register(connection, sessions, editor) {
    let announced: Disposable | undefined;
    let isAsked = false;
    let timer: NodeJS.Timeout | undefined;
    connection.languages.inlayHint.on(async ({ textDocument, range }) => {
      isAsked = true;
      const opened = await openTable(sessions, textDocument.uri);
      return opened === undefined ? null : hintsIn(opened, range);
    });
    // One look at the setting after the other, for each waits for answers.
    let looking: Promise<unknown> = editor.ready;
    const lookNext = () => {
      // It fails where the editor has gone meanwhile, and nobody is left to be told.
      looking = looking.then(look).catch(() => undefined);
    };
    lookNext();
    editor.onDidChangeSettings(lookNext);
    // Names stand in other files.
    sessions.onDidCheck(() => {
      if (announced !== undefined && isAsked) timer ??= setTimeout(askAgain, pause).unref();
    });

    async function look(): Promise<void> {
      if (editor.capabilities.textDocument?.inlayHint?.dynamicRegistration !== true) return;
      const isOn = await editor.isOn(setting);
      if (isOn === (announced !== undefined)) return;
      announced?.dispose();
      announced = isOn
        ? await connection.client.register(InlayHintRequest.type, { documentSelector: null })
        : undefined;
    }

    function askAgain(): void {
      timer = undefined;
      isAsked = false;
      if (editor.capabilities.workspace?.inlayHint?.refreshSupport !== true) return;
      void connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
    }
  },
};

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
