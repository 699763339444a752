import type { Connection, ServerCapabilities } from 'vscode-languageserver/node';
import type { Editor } from '../editor';
import type { RosterSessions } from '../roster-sessions';
import { codeActions } from './code-actions';
import { completion } from './completion';
import { cursorPlace } from './cursor-place';
import { definition } from './definition';
import { explorer } from './explorer';
import { folding } from './folding';
import { highlights } from './highlights';
import { hover } from './hover';
import { inlayHints } from './inlay-hints';
import { outlineFeature } from './outline';
import { recordSearch } from './record-search';
import { references } from './references';
import { rename } from './rename';
import { semanticTokens } from './semantic-tokens';
import type { ServerFeature } from './server-feature';
import { tableEdits } from './table-edits';
import { tablePlaces } from './table-places';
import { tablePreview } from './table-preview';
import { usesLens } from './uses-lens';

const features: readonly ServerFeature[] = [
  hover,
  semanticTokens,
  definition,
  references,
  highlights,
  rename,
  outlineFeature,
  recordSearch,
  folding,
  usesLens,
  completion,
  inlayHints,
  cursorPlace,
  tablePlaces,
  tableEdits,
  tablePreview,
  codeActions,
  explorer,
];

/** What all features together announce. */
export function featureCapabilities(): ServerCapabilities {
  return Object.assign({}, ...features.map(({ capabilities }) => capabilities)) as ServerCapabilities;
}

/** Lets every feature listen. */
export function registerFeatures(connection: Connection, sessions: RosterSessions, editor: Editor): void {
  for (const feature of features) feature.register(connection, sessions, editor);
}
