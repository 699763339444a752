import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleFiles, staleExamples } from '../../scripts/make-sample-district.mjs';
import {
  applyCorrections,
  correctText,
  readCorrections,
} from '../../scripts/sample-district/corrections.mjs';
import { cleanFiles, plantedDistrict } from '../../scripts/sample-district/planted-district.mjs';

const sample = 'examples/sample-district';
const correctionsPath = 'examples/sample-district.corrections.json';

describe('the sample district', () => {
  it('is what the generator writes', async () => {
    assert.deepEqual(await staleExamples('examples', exampleFiles()), []);
  });

  it('has CRLF line ends, no byte order mark, and a name that is not ASCII', async () => {
    for (const file of await readdir(sample)) {
      const text = await readFile(join(sample, file), 'utf8');
      assert.ok(text.endsWith('\r\n'), file);
      assert.doesNotMatch(text, /[^\r]\n|\r[^\n]|^\uFEFF/, file);
    }
    assert.match(await readFile(join(sample, 'users.csv'), 'utf8'), /[^\p{ASCII}]/u);
  });

  it('has twelve to fourteen defects, each of a rule of its own', () => {
    const { corrections } = plantedDistrict();
    const defects = new Set(corrections.map(({ rule, file, from }) => `${rule} ${file} ${from}`));
    assert.ok(defects.size >= 12 && defects.size <= 14, String(defects.size));
    assert.equal(new Set(corrections.map(({ rule }) => rule)).size, defects.size);
  });

  it('grows with the scale', () => {
    const lines = (scale: number) => (cleanFiles(scale).get('users.csv') ?? '').split('\n').length;
    assert.ok(lines(3) > 2.5 * lines(1));
  });
});

describe('the corrections of the sample district', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sample-district-'));
    await cp(sample, folder, { recursive: true });
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('make the clean district of it, byte for byte', async () => {
    await applyCorrections(folder, await readCorrections(correctionsPath));
    const clean = cleanFiles();
    assert.deepEqual((await readdir(folder)).sort(), [...clean.keys()].sort());
    for (const [file, text] of clean) assert.equal(await readFile(join(folder, file), 'utf8'), text, file);
  });

  it('are each needed', () => {
    const { files, corrections } = plantedDistrict();
    for (const correction of corrections) {
      const planted = files.get(correction.file) ?? '';
      assert.notEqual(correctText(planted, [correction]), planted, correction.rule);
    }
  });

  it('are refused a second time, and leave every file as it is', async () => {
    const corrections = await readCorrections(correctionsPath);
    await applyCorrections(folder, corrections);
    await assert.rejects(applyCorrections(folder, corrections), /manifest\.csv, record 2, value expects "1"/);
    assert.equal(await readFile(join(folder, 'users.csv'), 'utf8'), cleanFiles().get('users.csv'));
  });

  it('write nothing where only one of them does not fit', async () => {
    const [first, ...rest] = await readCorrections(correctionsPath);
    assert.ok(first !== undefined);
    const wrong = [...rest, { ...first, from: 'something else' }];
    await assert.rejects(applyCorrections(folder, wrong), /Nothing was changed/);
    for (const file of await readdir(sample)) {
      assert.deepEqual(await readFile(join(folder, file)), await readFile(join(sample, file)), file);
    }
  });
});
