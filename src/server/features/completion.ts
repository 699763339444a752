import { randomUUID } from 'node:crypto';
import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type CompletionList,
  type Position,
} from 'vscode-languageserver/node';
import { completeAt } from '../../core/features/completion/complete';
import type { CompletedOffer, OfferKind } from '../../core/features/completion/offer';
import { toTextEdits } from '../to-edits';
import { abilitiesOf, type Abilities } from './abilities';
import { completeMapping, isConfig } from './config-mapping';
import { offsetOf, openTableAsTyped, type OpenedTable } from './opened-table';
import { recordLinks } from './record-link';
import type { ServerFeature } from './server-feature';

/** Column names, values, ids by the names behind them, dates, whole records; schools and locations in the configuration. */
export const completion: ServerFeature = {
  capabilities: {
    completionProvider: {
      // A line feed stands for the start of a line; a blank goes on with a name.
      triggerCharacters: [',', '"', '{', '\n', ' '],
      completionItem: { labelDetailsSupport: true },
    },
  },
  register(connection, sessions, editor) {
    connection.onCompletion(async ({ textDocument: { uri }, position, context }) => {
      const abilities = abilitiesOf(await editor.ready);
      if (isConfig(uri)) {
        return completeMapping(sessions, uri, position, abilities);
      }
      const opened = await openTableAsTyped(sessions, uri);
      return opened === undefined ? null : completeIn(opened, position, context?.triggerCharacter, abilities);
    });
  },
};

function completeIn(
  opened: OpenedTable,
  position: Position,
  character: string | undefined,
  abilities: Abilities,
): CompletionList {
  const { items, hasMore } = completeAt(opened.roster, opened.table, offsetOf(opened, position), {
    character,
    now: new Date().toISOString(),
    newGuid: randomUUID,
    link: recordLinks(opened),
  });
  return {
    isIncomplete: hasMore,
    items: items.flatMap((item, index) => toItem(opened, item, index, abilities) ?? []),
  };
}

const kinds: Readonly<Record<OfferKind, CompletionItemKind>> = {
  column: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  date: CompletionItemKind.Constant,
  record: CompletionItemKind.Snippet,
  property: CompletionItemKind.Property,
};

/** An editor replaces text in one line only. */
function toItem(
  { lines }: OpenedTable,
  offer: CompletedOffer,
  index: number,
  { snippets, labelDetails }: Abilities,
): CompletionItem | undefined {
  const [edit] = toTextEdits(lines, [offer.edit]);
  if (edit === undefined || edit.range.start.line !== edit.range.end.line) return undefined;
  const snippet = snippets ? offer.snippet : undefined;
  return {
    label: offer.label,
    kind: kinds[offer.kind],
    ...(labelDetails ? { labelDetails: { description: offer.words } } : { detail: offer.words }),
    documentation: { kind: 'markdown', value: offer.documentation },
    filterText: offer.filter ?? offer.label,
    // In our order, where an editor finds that several fit equally well.
    sortText: String(index).padStart(4, '0'),
    textEdit: snippet === undefined ? edit : { ...edit, newText: snippet },
    ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    insertTextMode: InsertTextMode.asIs,
    ...(offer.also.length === 0 ? {} : { additionalTextEdits: toTextEdits(lines, offer.also) }),
  };
}
