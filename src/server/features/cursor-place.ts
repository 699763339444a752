import { placeDescription } from '../../core/features/place-description';
import { cursorPlace as request, type CursorPlace, type CursorPlaceParams } from '../../core/protocol';
import { rangeOfBytes } from '../to-lsp';
import { offsetOf, openTableAsTyped } from './opened-table';
import type { ServerFeature } from './server-feature';

/** In which column and record the cursor stands. */
export const cursorPlace: ServerFeature = {
  capabilities: {},
  register(connection, sessions) {
    connection.onRequest(
      request,
      async ({ uri, position }: CursorPlaceParams): Promise<CursorPlace | null> => {
        const opened = await openTableAsTyped(sessions, uri);
        if (opened === undefined) return null;
        const found = placeDescription(opened.table, offsetOf(opened, position), opened.roster.say);
        if (found === undefined) return null;
        const { start, end, ...place } = found;
        return { ...place, range: rangeOfBytes(opened.lines, start, end) };
      },
    );
  },
};
