import { CodeLensRefreshRequest, type CodeLens } from 'vscode-languageserver/node';
import { recordAt } from '../../core/csv/field';
import { describeUses, recordsWithUses } from '../../core/features/uses-lens';
import { keyColumn } from '../../core/rules/shared/key-column';
import { showUses } from '../../core/protocol';
import { rangeOfBytes } from '../to-lsp';
import { offsetOf, openTable, type OpenedTable } from './opened-table';
import type { ServerFeature } from './server-feature';

/** The setting that says how long a table may be to have lenses: each takes the room of a line. */
const setting = 'oneroster.usesLens.maxRecords';
const usualMost = 200;
/** How long to wait after a check for another before lenses are asked for again; in milliseconds. */
const pause = 500;

/** "Used by 312 records in 3 files" above the records that others name. They are counted for the lines in view alone. */
export const usesLens: ServerFeature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register(connection, sessions, editor) {
    let isAsked = false;
    let timer: NodeJS.Timeout | undefined;
    connection.onCodeLens(async ({ textDocument: { uri } }) => {
      const most = await editor.number(uri, setting, usualMost);
      const opened = await openTable(sessions, uri);
      if (opened === undefined) return null;
      isAsked = true;
      return opened.table.dataRecords > most ? [] : lenses(opened, uri);
    });
    connection.onCodeLensResolve(async (lens) => {
      const uri: unknown = lens.data;
      const opened = typeof uri === 'string' ? await openTable(sessions, uri) : undefined;
      return opened === undefined || typeof uri !== 'string' ? lens : resolved(opened, uri, lens);
    });
    sessions.onDidCheck(() => {
      if (!isAsked || timer !== undefined) return;
      timer = setTimeout(refresh, pause).unref();
    });
    editor.onDidChangeSettings(refresh);

    /** What is said of a record depends on other files. */
    function refresh(): void {
      timer = undefined;
      isAsked = false;
      if (editor.capabilities.workspace?.codeLens?.refreshSupport !== true) return;
      // It fails where the editor has gone meanwhile, and nobody is left to be told.
      void askAgain().catch(() => undefined);
    }

    async function askAgain(): Promise<void> {
      await connection.sendRequest(CodeLensRefreshRequest.type);
    }
  },
};

function lenses({ roster, table, lines }: OpenedTable, uri: string): CodeLens[] {
  const column = keyColumn(table);
  return recordsWithUses(roster, table).map((record) => {
    const { start, end } = table.content(record, column);
    return { range: rangeOfBytes(lines, start, end), data: uri };
  });
}

function resolved(opened: OpenedTable, uri: string, lens: CodeLens): CodeLens {
  const { roster, table } = opened;
  const { start } = lens.range;
  const uses = describeUses(roster, table, recordAt(table.scan, offsetOf(opened, start)));
  // Without a command, the words are no link.
  if (uses === undefined || uses.records === 0)
    return { ...lens, command: { title: uses?.text ?? '', command: '' } };
  return {
    ...lens,
    command: { title: uses.text, command: showUses, arguments: [uri, start.line, start.character] },
  };
}
