// What the facts say of tables, columns and values comes in the reader's language, wherever it is shown.
import assert from 'node:assert/strict';
import { factTexts } from '../../../scripts/texts/fact-texts.mjs';
import { fieldRange } from '../../../src/core/csv/field';
import { completeAt } from '../../../src/core/features/completion/complete';
import type { CompletionRequest } from '../../../src/core/features/completion/offer';
import { escapeMarkdown } from '../../../src/core/features/describe-column';
import { hoverAt } from '../../../src/core/features/hover';
import { placeDescription } from '../../../src/core/features/place-description';
import { columnsOf, missingColumnsOf, type ColumnChoice } from '../../../src/core/features/table-columns';
import { readRoster, type Roster } from '../../../src/core/model/roster';
import type { Table } from '../../../src/core/model/table';
import { previewSteps } from '../../../src/core/preview/preview-steps';
import { syncNote } from '../../../src/core/schedule/sync-note';
import { profileIds, resolveProfile, versions } from '../../../src/core/spec/specification';
import type { OneRosterVersion } from '../../../src/core/spec/types';
import { allAtOnce } from '../../../src/core/steps';
import { inEnglish, type Say } from '../../../src/core/text/say';
import { encodeUtf8 } from '../../../src/core/text/utf8';
import { readRosterInput } from '../../../src/node/read-roster-input';
import { parseFixture } from '../../support/fixture';

const link = (label: string) => label;
const manifestHeader = encodeUtf8('propertyName,value\n');
const request: CompletionRequest = {
  character: undefined,
  now: '2026-09-01T06:30:00.000Z',
  newGuid: () => 'new',
  link,
};

describe('what the facts say', () => {
  let known: ReadonlySet<string>;
  const said = new Set<string>();
  /** A language in which everything that the facts say is `…`. */
  const say: Say = (english, values) => {
    if (!known.has(english)) return inEnglish(english, values);
    said.add(english);
    return '…';
  };

  before(async () => {
    const { server, editor } = await factTexts();
    const texts = [...server, ...editor].map(([text]) => text);
    // What records are called is said as a part of other texts.
    known = new Set(texts.filter((text) => text.endsWith('.')));
    assert.ok(known.size > 300);
  });

  beforeEach(() => said.clear());

  for (const version of versions) {
    it(`is said in hovers and completions of OneRoster ${version}`, async () => {
      const roster = await cleanRoster(version, say);
      const shown = roster.tables.flatMap((table) =>
        placesIn(table).flatMap((at) => [
          hoverAt(roster, table, at, link)?.markdown ?? '',
          placeDescription(table, at, say)?.documentation ?? '',
          ...completeAt(roster, table, at, request).items.map(offerText),
        ]),
      );
      assert.deepEqual(englishIn(shown, known), []);
      assert.ok(said.size > 100, `only ${String(said.size)} were said`);
    });
  }

  it('is said of the value that a field holds', async () => {
    const roster = await cleanRoster('1.1', say);
    const users = roster.table('users');
    assert.ok(users);
    const role = users.columnIndex('role');
    const { start } = fieldRange(users.scan, 1, role);
    const { markdown = '' } = hoverAt(roster, users, start, link) ?? {};
    assert.match(markdown, /^\*\*role\*\* · required\n\n`\w+`: …\n\n…$/);
  });

  it('is said of columns that are there, and of those that are missing', () => {
    const { input } = parseFixture('=== orgs.csv\nstatus,name,type,own\n,North,school,\n');
    const roster = readRoster(input, { profile: resolveProfile('standard'), say });
    const [orgs] = roster.tables;
    assert.ok(orgs);
    const descriptions = (columns: readonly ColumnChoice[]) => columns.map(({ description }) => description);
    assert.deepEqual(descriptions(columnsOf(roster, orgs)), ['…', '…', '…', '']);
    assert.deepEqual(descriptions(missingColumnsOf(roster, orgs)), ['…', '…', '…', '…']);
  });

  it('is said in previews of an import, and of when consumers read', async () => {
    for (const id of profileIds) {
      const profile = resolveProfile(id);
      const roster = await cleanRoster('1.1', say, id);
      const { known: learnt, assumed } = allAtOnce(previewSteps(roster, { mapping: {} }));
      assert.deepEqual(
        [...learnt.map(({ text }) => text), ...assumed].filter((text) => text !== '…'),
        [],
      );
      assert.match(syncNote(profile, { hour: 20, minute: 0 }, 'cron', say)?.text ?? '…', /^…/);
    }
  });
});

async function cleanRoster(
  version: OneRosterVersion,
  say: Say,
  profile: (typeof profileIds)[number] = 'standard',
): Promise<Roster> {
  const input = await readRosterInput(`test/rosters/clean-${version}`);
  // The manifest without its rows, so that all of them are offered; a line to write a record in, in every other file.
  const entries = input.entries.map((entry) => {
    assert.ok('bytes' in entry.content);
    const text = entry.path === 'manifest.csv' ? manifestHeader : entry.content.bytes;
    return { ...entry, content: { bytes: Uint8Array.from([...text, 0x0a]) } };
  });
  return readRoster({ ...input, entries }, { profile: resolveProfile(profile), version, say });
}

/** Where each field of the header and of the first records begins, and the end of the file. */
function placesIn(table: Table): readonly number[] {
  const records = [...Array(Math.min(table.recordCount, 4)).keys()];
  const fields = records.flatMap((record) =>
    [...table.header.keys()].map((column) => fieldRange(table.scan, record, column).start),
  );
  return [...fields, table.bytes.length];
}

function offerText({ words, documentation, filter = '' }: ReturnType<typeof completeAt>['items'][number]) {
  return [words, documentation, filter].join('\n');
}

function englishIn(shown: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const all = shown.join('\n');
  // A word alone may be one of ours.
  return [...known]
    .filter((text) => text.includes(' '))
    .filter(
      (text) => all.includes(text) || all.includes(escapeMarkdown(text)) || all.includes(text.slice(0, -1)),
    );
}
