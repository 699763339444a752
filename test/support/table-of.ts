// A table of a roster that is written as in a fixture, for tests of what is done with one.
import assert from 'node:assert/strict';
import type { ByteEdit } from '../../src/core/edits/byte-edit';
import { applyEdits } from '../../src/core/edits/byte-edit';
import { readRoster, type Roster } from '../../src/core/model/roster';
import type { Table } from '../../src/core/model/table';
import { resolveProfile } from '../../src/core/spec/specification';
import { decodeUtf8 } from '../../src/core/text/utf8';
import { parseFixture } from './fixture';

export interface RosterTable {
  readonly roster: Roster;
  readonly table: Table;
}

/** The first table of a fixture that has this file's name, in its roster. */
export function tableOf(file: string, text: string): RosterTable {
  const roster = readRoster(parseFixture(text).input, { profile: resolveProfile('standard') });
  const table = roster.tables.find((each) => each.file === file);
  assert.ok(table, `${file} is not among the tables`);
  return { roster, table };
}

/** The text of a table after its edits. */
export function edited(table: Table, edits: readonly ByteEdit[]): string {
  return decodeUtf8(applyEdits(table.bytes, edits));
}
