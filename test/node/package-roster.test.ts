import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import JSZip from 'jszip';
import { RosterError, type ErrorCode } from '../../src/core/errors';
import { resolveProfile } from '../../src/core/spec/specification';
import { packageRoster } from '../../src/node/package-roster';
import { readRosterInput } from '../../src/node/read-roster-input';
import { inTemporaryFolder, writeFiles } from './support/temporary-folder';

const clean = 'test/rosters/clean-1.1';
const order = [
  'manifest.csv',
  'academicSessions.csv',
  'classes.csv',
  'courses.csv',
  'demographics.csv',
  'enrollments.csv',
  'orgs.csv',
  'users.csv',
];

describe('packageRoster', () => {
  it('makes one flat zip beside the roster, in a fixed order, of exactly the bytes', async () => {
    await withRoster(async (roster, folder) => {
      const result = await packageRoster(roster);
      const bytes = await readFile(join(folder, 'north.zip'));
      assert.equal(result.path, join(folder, 'north.zip'));
      assert.equal(result.bytes, bytes.length);
      assert.equal(result.sha256, createHash('sha256').update(bytes).digest('hex'));
      assert.equal(`${result.profile} ${result.version}`, 'standard 1.1');
      assert.deepEqual(
        result.files.map((file) => file.name),
        order,
      );
      const users = await readFile(join(roster, 'users.csv'));
      assert.deepEqual(result.files.at(-1), { name: 'users.csv', records: 3, bytes: users.length });
      const zip = await JSZip.loadAsync(bytes);
      assert.deepEqual(Object.keys(zip.files), order);
      for (const name of order) {
        const packed = await zip.file(name)?.async('nodebuffer');
        assert.deepEqual(packed, await readFile(join(roster, name)), name);
      }
      assert.deepEqual((await readdir(folder)).sort(), ['north', 'north.zip']);
    });
  });

  it('makes the same bytes at another time, elsewhere, and in another time zone', async () => {
    const hashes = new Set<string>();
    const zone = process.env['TZ'];
    try {
      for (const each of ['Pacific/Auckland', 'America/Los_Angeles', 'UTC']) {
        process.env['TZ'] = each;
        await withRoster(async (roster) => {
          hashes.add((await packageRoster(roster)).sha256);
        });
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    assert.equal(hashes.size, 1);
  });

  it('gives the package the profile’s name and leaves the manifest out where that is allowed', async () => {
    await withRoster(async (roster, folder) => {
      const profile = resolveProfile('incident-iq');
      const result = await packageRoster(roster, { profile, manifest: 'omit' });
      assert.equal(result.path, join(folder, 'OneRoster.zip'));
      assert.deepEqual(
        result.files.map((file) => file.name),
        order.slice(1),
      );
      await rejects(packageRoster(roster, { manifest: 'omit' }), 'configuration');
    });
  });

  it('packs a zip anew, flat and with right names, but never over itself', async () => {
    await withRoster(async (roster, folder) => {
      const zip = new JSZip();
      for (const name of order) zip.file(`export/${name.toUpperCase()}`, await readFile(join(roster, name)));
      zip.file('export/notes.txt', 'n');
      const path = join(folder, 'OneRoster.zip');
      await writeFile(path, await zip.generateAsync({ type: 'uint8array' }));
      await rejects(packageRoster(path), 'problems-found');
      await rejects(packageRoster(path, { force: true }), 'usage');
      const output = join(folder, 'new.zip');
      const result = await packageRoster(path, { force: true, output });
      assert.deepEqual(
        result.files.map((file) => file.name),
        order,
      );
    });
  });

  it('refuses a roster with errors unless it is forced, and leaves an older package alone', async () => {
    await withRoster(async (roster, folder) => {
      await writeFile(join(roster, 'orgs.csv'), 'sourcedId\no-elm\n');
      await writeFile(join(folder, 'north.zip'), 'older');
      await rejects(packageRoster(roster), 'problems-found');
      assert.equal(await readFile(join(folder, 'north.zip'), 'utf8'), 'older');
      const result = await packageRoster(roster, { force: true });
      assert.equal((await readFile(result.path)).length, result.bytes);
    });
  });

  it('packs broken CSV by force as it is: quotes, widths, encodings, nothing at all', async () => {
    const broken: Readonly<Record<string, string | Uint8Array>> = {
      'an unclosed quote': 'sourcedId,name\no1,"North\no2,South\n',
      'a stray quote': 'sourcedId,name\no1,No"rth\n',
      'uneven records': 'sourcedId,name\no1,North,x\no2\n\n,\n',
      'no UTF-8': Buffer.from([0x61, 0x2c, 0xff, 0x0a, 0x62, 0x2c, 0xe9]),
      'UTF-16': Buffer.from('\ufeffsourcedId,name\r\no1,North\r\n', 'utf16le'),
      nothing: '',
      'a header alone': 'sourcedId,name',
      'NUL bytes': 'sourcedId,name\no1,\0\0\n',
      'CR alone': 'sourcedId,name\ro1,North\r',
      'mixed line ends': 'sourcedId,name\r\no1,North\no2,Sou\rth\r\n',
      '300 columns': `${Array.from({ length: 300 }, (_, index) => `c${String(index)}`).join(',')}\n${','.repeat(299)}\n`,
      'a byte order mark': '\ufeffsourcedId,name\no1,"a\nb"\n',
    };
    for (const [what, content] of Object.entries(broken)) {
      await withRoster(async (roster) => {
        await writeFile(join(roster, 'orgs.csv'), content);
        const result = await packageRoster(roster, { force: true });
        const zip = await JSZip.loadAsync(await readFile(result.path));
        const packed = await zip.file('orgs.csv')?.async('nodebuffer');
        assert.deepEqual(packed, Buffer.from(content), what);
      });
    }
  });

  it('refuses, even by force, what cannot be read or packed', async () => {
    await withRoster(async (roster) => {
      await mkdir(join(roster, 'results.csv'));
      await rejects(packageRoster(roster, { force: true }), 'file-unreadable');
    });
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'photos.csv': 'a,b\n' });
      await rejects(packageRoster(folder, { force: true }), 'not-a-roster');
      await rejects(packageRoster(join(folder, 'nothing')), 'not-a-roster');
    });
    await withRoster(async (roster, folder) => {
      const profile = { ...resolveProfile('standard'), layout: 'loose' as const };
      await rejects(packageRoster(roster, { profile }), 'configuration');
      await rejects(packageRoster(roster, { output: folder }), 'file-unwritable');
      await rejects(packageRoster(roster, { output: join(folder, 'missing', 'a.zip') }), 'file-unwritable');
    });
  });

  it('leaves nothing behind when it is cancelled, whenever that is', async () => {
    for (const step of ['reading', 'validating', 'packing', 'reading back']) {
      await withRoster(async (roster, folder) => {
        await writeFile(join(folder, 'north.zip'), 'older');
        const cancel = new AbortController();
        const packaging = packageRoster(roster, {
          signal: cancel.signal,
          onProgress: (progress) => {
            if (progress.step === step) cancel.abort();
          },
        });
        await rejects(packaging, 'cancelled');
        assert.deepEqual((await readdir(folder)).sort(), ['north', 'north.zip'], step);
        assert.equal(await readFile(join(folder, 'north.zip'), 'utf8'), 'older');
      });
    }
  });

  it('reads files once: what was validated is what is packed', async () => {
    await withRoster(async (roster) => {
      const input = await readRosterInput(roster);
      const original = await readFile(join(roster, 'users.csv'));
      await writeFile(join(roster, 'users.csv'), 'changed meanwhile');
      const { path } = await packageRoster(input);
      const zip = await JSZip.loadAsync(await readFile(path));
      assert.deepEqual(await zip.file('users.csv')?.async('nodebuffer'), original);
    });
  });

  it('tells its progress, which never goes back within a step', async () => {
    await withRoster(async (roster) => {
      const seen = new Map<string, number[]>();
      await packageRoster(roster, {
        onProgress: ({ step, done }) => seen.set(step, [...(seen.get(step) ?? []), done]),
      });
      assert.deepEqual([...seen.keys()], ['reading', 'validating', 'packing', 'reading back']);
      for (const shares of seen.values())
        assert.deepEqual(
          shares,
          [...shares].sort((a, b) => a - b),
        );
      assert.equal(seen.get('reading back')?.at(-1), 1);
    });
  });
});

async function withRoster(work: (roster: string, folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const roster = join(folder, 'north');
    await cp(clean, roster, { recursive: true, filter: (source) => basename(source) !== 'expected.txt' });
    await work(roster, folder);
  });
}

async function rejects(work: Promise<unknown>, code: ErrorCode): Promise<void> {
  await assert.rejects(work, (error) => {
    assert.ok(RosterError.is(error), String(error));
    assert.equal(error.code, code, error.message);
    return true;
  });
}
