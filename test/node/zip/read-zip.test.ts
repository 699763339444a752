import assert from 'node:assert/strict';
import { inEnglish, spoken } from '../../../src/core/text/say';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { RosterError } from '../../../src/core/errors';
import type { RosterEntry } from '../../../src/core/model/roster-input';
import { readZip } from '../../../src/node/zip/read-zip';
import { inTemporaryFolder } from '../support/temporary-folder';
import { deflatedZeros, handmadeZip, type HandmadeEntry } from '../support/zip-bytes';

describe('readZip', () => {
  it('reads what jszip writes: deflated, stored, with data descriptors', async () => {
    for (const compression of ['DEFLATE', 'STORE'] as const) {
      for (const streamFiles of [false, true]) {
        const zip = new JSZip();
        zip.file('orgs.csv', 'sourcedId\no1\n');
        zip.file('users.csv', 'ü'.repeat(100_000));
        const bytes = await zip.generateAsync({ type: 'uint8array', compression, streamFiles });
        assert.deepEqual(await texts(bytes), [
          ['orgs.csv', 'sourcedId\no1\n'],
          ['users.csv', 'ü'.repeat(100_000)],
        ]);
      }
    }
  });

  it('keeps the order, doubles, folders, and names that lead elsewhere', async () => {
    const bytes = handmadeZip([
      { name: 'users.csv', data: 'one' },
      { name: 'export/' },
      { name: 'export\\orgs.csv', data: 'org' },
      { name: '../../users.csv', data: 'away' },
      { name: 'users.csv', data: 'two' },
      { name: 'manifest.csv', method: 0 },
    ]);
    assert.deepEqual(await texts(bytes), [
      ['users.csv', 'one'],
      ['export/', ''],
      ['export/orgs.csv', 'org'],
      ['../../users.csv', 'away'],
      ['users.csv', 'two'],
      ['manifest.csv', ''],
    ]);
  });

  it('reads names that are not UTF-8 as code page 437, and UTF-8 that does not say so', async () => {
    const bytes = handmadeZip([
      { name: Buffer.from([0x81, 0x2e, 0x63, 0x73, 0x76]), data: 'x' },
      { name: 'Ünits.csv', data: 'y' },
      { name: 'Ärger.csv', data: 'z', saysUtf8: true },
    ]);
    assert.deepEqual(
      (await texts(bytes)).map(([name]) => name),
      ['ü.csv', 'Ünits.csv', 'Ärger.csv'],
    );
  });

  it('reads data descriptors, zip64 fields, a comment, and a zip with something before it', async () => {
    const entry: HandmadeEntry = { name: 'orgs.csv', data: 'sourcedId\n' };
    const expected = [['orgs.csv', 'sourcedId\n']];
    assert.deepEqual(await texts(handmadeZip([{ ...entry, dataDescriptor: true }])), expected);
    assert.deepEqual(await texts(handmadeZip([{ ...entry, zip64: true }])), expected);
    assert.deepEqual(await texts(handmadeZip([entry], 'PK\u0005\u0006 is not the end')), expected);
    assert.deepEqual(
      await texts(Buffer.concat([Buffer.from('#!/bin/sh\n'), handmadeZip([entry])])),
      expected,
    );
  });

  it('puts a sentence in the place of an entry that cannot be read, and reads the others', async () => {
    const good = { name: 'orgs.csv', data: 'sourcedId\n' };
    const bad: readonly (readonly [HandmadeEntry, RegExp])[] = [
      [{ name: 'a.csv', data: 'x', encrypted: true }, /^a\.csv is encrypted\.$/],
      [{ name: 'a.csv', data: 'x', method: 12 }, /^a\.csv is packed by method 12/],
      [{ name: 'a.csv', data: 'x', statedCrc: 1 }, /^a\.csv is damaged: its checksum/],
      [{ name: 'a.csv', data: 'xyz', statedSize: 2 }, /^a\.csv is damaged: its size/],
      [{ name: 'a.csv', data: 'xyz', statedSize: 9 }, /^a\.csv is damaged: its size/],
      [{ name: 'a.csv', data: 'xyz', packed: Buffer.from('no deflate') }, /^a\.csv is damaged: it cannot/],
      [{ name: 'a.csv', data: 'xyz', packed: Buffer.alloc(0) }, /^a\.csv is damaged/],
    ];
    for (const [entry, sentence] of bad) {
      const [first, second] = await entries(handmadeZip([entry, good]));
      assert.match(failureOf(first), sentence);
      assert.equal(textOf(second), 'sourcedId\n');
    }
  });

  it('refuses what is no zip, is cut short, or is one of several parts', async () => {
    const whole = handmadeZip([{ name: 'orgs.csv', data: 'sourcedId\n'.repeat(50) }]);
    const part = Buffer.from(whole);
    part.writeUInt16LE(2, part.length - 22 + 4);
    const wrongCount = Buffer.from(whole);
    wrongCount.writeUInt16LE(2, wrongCount.length - 22 + 10);
    const headless = whole.subarray(20);
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('no zip'),
      whole.subarray(0, -30),
      part,
      wrongCount,
      headless,
    ]) {
      await assert.rejects(entries(bytes), (error) => RosterError.is(error, 'zip-unreadable'));
    }
  });

  it('refuses a bomb, whether it states its size or not', async () => {
    const packed = deflatedZeros(100);
    for (const statedSize of [100 * 1024 ** 2, 10]) {
      const bytes = handmadeZip([{ name: 'users.csv', packed, statedSize }]);
      await assert.rejects(entries(bytes), (error) => RosterError.is(error, 'zip-bomb'));
    }
    const overlarge = handmadeZip([{ name: 'users.csv', data: 'x', statedSize: 3_000_000_000 }]);
    await assert.rejects(entries(overlarge), (error) => RosterError.is(error, 'zip-bomb'));
  });

  it('takes a file of one repeated line, dense but small, for what it is', async () => {
    const line = 'a,b,c\n'.repeat(1_000_000);
    assert.equal(textOf((await entries(handmadeZip([{ name: 'users.csv', data: line }])))[0]), line);
  });

  it('stops when it is cancelled', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'a.zip');
      await writeFile(path, handmadeZip([{ name: 'users.csv', data: 'x' }]));
      await assert.rejects(readZip(path, { signal: AbortSignal.abort() }), (error) =>
        RosterError.is(error, 'cancelled'),
      );
    });
  });
});

async function entries(bytes: Uint8Array): Promise<readonly RosterEntry[]> {
  const read: RosterEntry[] = [];
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, 'roster.zip');
    await writeFile(path, bytes);
    read.push(...(await readZip(path)));
  });
  return read;
}

async function texts(bytes: Uint8Array): Promise<readonly (readonly [string, string])[]> {
  return (await entries(bytes)).map((entry) => [entry.path, textOf(entry)] as const);
}

function textOf(entry: RosterEntry | undefined): string {
  assert.ok(entry !== undefined && 'bytes' in entry.content);
  return Buffer.from(entry.content.bytes).toString('utf8');
}

function failureOf(entry: RosterEntry | undefined): string {
  assert.ok(entry !== undefined && 'failure' in entry.content);
  return spoken(entry.content.failure, inEnglish);
}
