// A roster that is edited says the same as one that is read afresh, whatever the edits.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allAtOnce } from '../../src/core/steps';
import { LiveRoster, type TextEdit } from '../../src/core/live-roster';
import { CsvScanner } from '../../src/core/csv/scan-csv';
import type { RosterEntry } from '../../src/core/model/roster-input';
import { rules } from '../../src/core/rules/registry.generated';
import { versions } from '../../src/core/spec/specification';
import type { OneRosterVersion } from '../../src/core/spec/types';
import { utf16ByteOrder } from '../../src/core/text/utf16-byte-order';
import { encodeUtf8 } from '../../src/core/text/utf8';
import { validateRoster, type ValidateOptions, type Validation } from '../../src/core/validate-roster';
import { answersOf } from './answers';
import { cleanRoster } from './clean-roster';
import type { Defect } from './defects/defect';
import { defects } from './defects/defects';
import { dialects, writeSheet, type Dialect } from './dialect';
import { Draft } from './draft';
import { createRandom, type Random } from './random';
import { today } from './world';

/** How many rosters are edited. Set the variable for a longer hunt. */
const runs = 40 * Number(process.env['ONEROSTER_PROPERTY_RUNS'] ?? '1');
const editsEach = 12;

const scanner = new CsvScanner();

/** Files as they stand on disk, kept beside a live roster and edited with it. */
class EditedFiles {
  readonly live: LiveRoster;
  readonly #options: ValidateOptions;
  readonly #files: Map<string, Uint8Array>;

  constructor(entries: readonly RosterEntry[], options: ValidateOptions) {
    this.#options = options;
    this.#files = new Map(
      entries.flatMap(({ path, content }) => ('bytes' in content ? [[path, content.bytes] as const] : [])),
    );
    this.live = allAtOnce(LiveRoster.open(this.#input(), options));
  }

  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  bytes(path: string): Uint8Array {
    return this.#files.get(path) ?? new Uint8Array();
  }

  edit(path: string, { start, end, text }: TextEdit): void {
    const bytes = this.bytes(path);
    this.#files.set(path, Uint8Array.from([...bytes.subarray(0, start), ...text, ...bytes.subarray(end)]));
    this.live.edit(path, [{ start, end, text }]);
  }

  assertLikeFresh(what: string): void {
    const fresh = validateRoster(this.#input(), this.#options);
    assert.deepEqual(contentOf(this.live.validate()), contentOf(fresh), what);
  }

  #input() {
    const entries = [...this.#files].map(([path, bytes]) => ({ path, content: { bytes } }));
    return { name: 'made-up', kind: 'folder', entries } as const;
  }
}

function contentOf({ problems, totals, roster, accepted }: Validation) {
  return {
    // Groups may be named after codes, which are given in the order in which values come.
    problems: problems.map((problem) => ({ ...problem, group: problem.group !== undefined })),
    totals,
    accepted,
    version: roster.version,
    modes: roster.tables.map(({ mode }) => mode),
    answers: answersOf(roster),
  };
}

/** An edit as people make them: somewhere in the file, mostly of one field, with what stands elsewhere in it. */
function randomEdit(bytes: Uint8Array, random: Random): TextEdit {
  const start = Math.min(bytes.length, Math.floor(random.next() * (bytes.length + 1)));
  const at = (byte: number, from: number) => {
    const found = bytes.indexOf(byte, from);
    return found < 0 ? bytes.length : found;
  };
  const other = Math.floor(random.next() * bytes.length);
  const lineStart = bytes.lastIndexOf(0x0a, start) + 1;
  const kind = random.pick([
    'type',
    'type',
    'field',
    'field',
    'delete',
    'line',
    'remove',
    'paste',
    'odd',
  ] as const);
  switch (kind) {
    case 'type':
      return { start, end: start, text: encodeUtf8(random.pick(['1', 'a', 'é', ' ', 'x'])) };
    case 'field':
      return {
        start,
        end: Math.min(at(0x2c, start), at(0x0a, start)),
        text: bytes.slice(other, at(0x2c, other)),
      };
    case 'delete':
      return { start, end: Math.min(bytes.length, start + 1), text: new Uint8Array() };
    case 'line':
      return {
        start: lineStart,
        end: lineStart,
        text: bytes.slice(bytes.lastIndexOf(0x0a, other) + 1, at(0x0a, other) + 1),
      };
    case 'remove':
      return { start: lineStart, end: Math.min(bytes.length, at(0x0a, start) + 1), text: new Uint8Array() };
    case 'paste':
      return { start, end: start, text: bytes.slice(other, other + 200) };
    case 'odd':
      return {
        start,
        end: start,
        text: encodeUtf8(random.pick([',', '"', '\n', '\r\n', '\r', '""', '\u200b', ';'])),
      };
  }
}

function appliesTo({ rule, versions: own }: Defect, version: OneRosterVersion): boolean {
  const found = rules.find(({ id }) => id === rule);
  return (found?.versions ?? versions).includes(version) && (own ?? versions).includes(version);
}

function filesOf(seed: number, dialect: Dialect, isBroken: boolean): readonly RosterEntry[] {
  const random = createRandom(seed);
  const version = random.pick(versions);
  const defect = isBroken ? random.pick(defects.filter((each) => appliesTo(each, version))) : undefined;
  const mode =
    defect === undefined
      ? random.pick(version === '1.0' ? (['bulk', 'delta'] as const) : (['bulk', 'bulk', 'mixed'] as const))
      : (defect.mode ?? 'bulk');
  const draft = new Draft(version, random, cleanRoster({ version, seed, size: 2, mode }));
  defect?.breaks(draft);
  const entries = draft.sheets.map((sheet) => writeSheet(sheet, dialect).entry);
  // Of two files with one path the first is read. An editor hands over its own text of a file, never UTF-16.
  return entries.filter(
    ({ path, content }, index) =>
      entries.findIndex((each) => each.path === path) === index &&
      'bytes' in content &&
      utf16ByteOrder(content.bytes) === undefined,
  );
}

describe('a live roster', () => {
  it('says after any edits what a fresh one says', function () {
    this.timeout(runs * 5000);
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), dialects, fc.boolean(), (seed, dialect, isBroken) => {
        const random = createRandom(seed);
        const maxProblems = random.pick([1000, 1000, 3]);
        const files = new EditedFiles(filesOf(seed, dialect, isBroken), {
          asOf: today,
          maxProblems,
          scanner,
        });
        files.assertLikeFresh(`seed ${String(seed)}, before any edit`);
        for (let count = 1; count <= editsEach; count++) {
          const path = random.pick(files.paths);
          const before = files.bytes(path);
          const edit = randomEdit(before, random);
          files.edit(path, edit);
          files.assertLikeFresh(`seed ${String(seed)}, edit ${String(count)} of ${path}`);
          if (random.next() > 0.3) continue;
          const undo = {
            start: edit.start,
            end: edit.start + edit.text.length,
            text: before.slice(edit.start, edit.end),
          };
          files.edit(path, undo);
          files.assertLikeFresh(`seed ${String(seed)}, edit ${String(count)} of ${path}, undone`);
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('the twins of a live roster', () => {
  it('are the same, whatever order the ids came in', () => {
    const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';
    const text = [header, 'b1,,,B,school,,', 'a1,,,A,school,,', 'B1,,,C,school,,', ''].join('\n');
    const files = new EditedFiles([{ path: 'orgs.csv', content: { bytes: encodeUtf8(text) } }], {
      asOf: today,
      version: '1.1',
      scanner,
    });
    const first = encodeUtf8(`${header}\n`).length;
    files.edit('orgs.csv', { start: first, end: first, text: encodeUtf8('A1,,,D,school,,\n') });
    files.assertLikeFresh('with a twin above');
    files.edit('orgs.csv', { start: first, end: first + 2, text: encodeUtf8('b1') });
    files.assertLikeFresh('with an id twice');
    assert.ok(files.live.validate().problems.some(({ rule }) => rule === 'sourced-id-case-twins'));
  });
});
