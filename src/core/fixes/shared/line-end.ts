import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';

/** How records of a table end. */
export function lineEndOf({ scan }: Table): '\r\n' | '\n' {
  return scan.lineEnds.crlf > scan.lineEnds.lf ? '\r\n' : '\n';
}

/** How records of a new file should end: as those of the others. */
export function usualLineEnd({ tables, profile }: Roster): '\r\n' | '\n' {
  const [first] = tables;
  return first === undefined || profile.lineEnds === 'lf' ? '\n' : lineEndOf(first);
}
