import * as vscode from 'vscode';
import type { FoundRecord } from '../../core/features/find-records';
import { findRecords, type RecordsFound } from '../../core/table-protocol';
import type { Services } from '../services';
import { revealPlace } from './reveal-place';
import { tableInView } from './table-in-view';
import { say } from '../say';

/** More are not listed: whoever looks for one types on. */
const mostListed = 50;
const title = say('Go to Record');

interface RecordItem extends vscode.QuickPickItem {
  readonly record: number;
}

/** Asks for a record by number, id or name, offers those that fit while that is typed, and goes to the one that is chosen. */
export async function askForRecord(services: Services, file?: vscode.Uri): Promise<void> {
  const uri = file ?? (await tableInView(services));
  const record = await pickRecord(async (query) => {
    const params = { uri: uri.toString(), query, most: mostListed };
    return (await services.server.askTable(findRecords, params)) ?? { records: [], total: 0 };
  });
  const options = { otherwise: vscode.ViewColumn.Active, preserveFocus: false };
  await revealPlace(services, uri, { record: record - 1 }, options);
}

/** @throws CancellationError where none was chosen */
async function pickRecord(find: (query: string) => Promise<RecordsFound>): Promise<number> {
  const pick = vscode.window.createQuickPick<RecordItem>();
  pick.title = title;
  pick.placeholder = say('Its number as a spreadsheet counts, its id, or a name');
  let asked = '';
  let latest = Promise.resolve();
  const look = async (query: string) => {
    asked = query;
    pick.busy = true;
    const { records, total } = await find(query);
    // Typed on meanwhile.
    if (asked !== query) return;
    pick.busy = false;
    pick.items = records.map(itemFor);
    pick.title =
      total > records.length
        ? say('{title} · {records} of {total}', { title, records: records.length, total })
        : title;
  };
  try {
    return await new Promise<number>((resolve, reject) => {
      pick.onDidChangeValue((value) => {
        latest = look(value);
        latest.catch(reject);
      });
      pick.onDidHide(() => reject(new vscode.CancellationError()));
      // Who types and accepts at once means what is found for all that was typed.
      const accept = async () => {
        await latest;
        const chosen = pick.activeItems.find((item) => pick.items.includes(item)) ?? pick.items[0];
        if (chosen !== undefined) resolve(chosen.record);
      };
      pick.onDidAccept(() => void accept().catch(reject));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

function itemFor({ name, kind, details, id, record }: FoundRecord): RecordItem {
  const words = [
    say('record {record}', { record }),
    ...(id === '' || id === name ? [] : [id]),
    kind,
    ...details,
  ];
  // The server has chosen: the list must not leave out what does not hold the words as they are typed.
  return { label: plain(name), description: plain(words.join(' · ')), alwaysShow: true, record };
}

/** A name may look like an icon, `$(…)`. */
function plain(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
