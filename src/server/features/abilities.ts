import type { ClientCapabilities } from 'vscode-languageserver/node';

/** What an editor can show of what is offered. */
export interface Abilities {
  readonly snippets: boolean;
  readonly labelDetails: boolean;
}

export function abilitiesOf({ textDocument }: ClientCapabilities): Abilities {
  const item = textDocument?.completion?.completionItem;
  return { snippets: item?.snippetSupport === true, labelDetails: item?.labelDetailsSupport === true };
}
