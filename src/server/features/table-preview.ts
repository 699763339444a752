import { windowOf } from '../../core/features/table-window';
import { tableWindow } from '../../core/table-protocol';
import { sessionOf } from './opened-table';
import type { ServerFeature } from './server-feature';
import { answer } from './table-places';

/** What a preview shows of a table: the records in view, with the problems that were published last. */
export const tablePreview: ServerFeature = {
  capabilities: {},
  register(connection, sessions) {
    answer(connection, sessions, tableWindow, ({ roster, table }, params) =>
      windowOf(table, sessionOf(sessions, params.uri)?.problems ?? [], params, roster.say),
    );
  },
};
