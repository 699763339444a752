import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inChunks } from '../../../src/cli/report/in-chunks';
import { reportFormats } from '../../../src/cli/report/report-formats';
import { inTemporaryFolder, writeFiles } from '../../node/support/temporary-folder';
import { oneroster } from '../support/run-cli';
import { everyBadRole, manyBadRoles, reportOf, usualOptions, write } from './support/report-of';

const orgs = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no1,,,North,schol,,\n';

describe('report formats', () => {
  it('are each described on the page about reports', async () => {
    const page = await readFile('docs/reports.md', 'utf8');
    for (const { name } of reportFormats) assert.ok(page.includes(`\`${name}\``), name);
  });

  it('write to standard output and to a file alike, and show values as each format does', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'orgs.csv': orgs });
      for (const { name, showsValues } of reportFormats) {
        const argv = ['validate', '--format', name];
        const { stdout, code } = await oneroster(argv, { cwd: folder });
        assert.equal(code, 1);
        assert.equal(/schol\b/.test(stdout), showsValues, name);
        await oneroster([...argv, '--output', 'report'], { cwd: folder });
        const written = await readFile(join(folder, 'report'), 'utf8');
        assert.equal(timeless(written), timeless(stdout), name);
      }
    });
  });

  it('follow --show-values and --hide-values, which contradict each other', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'orgs.csv': orgs });
      for (const { name } of reportFormats) {
        const shown = await oneroster(['validate', '--format', name, '--show-values'], { cwd: folder });
        assert.match(shown.stdout, /schol\b/, name);
        const hidden = await oneroster(['validate', '--format', name, '--hide-values'], { cwd: folder });
        assert.doesNotMatch(hidden.stdout, /schol\b/, name);
      }
      const both = await oneroster(['validate', '--hide-values', '--show-values'], { cwd: folder });
      assert.equal(both.code, 2);
      assert.match(both.stderr, /contradict each other/);
    });
  });

  it('grow no faster than the problems that they list', () => {
    const [few, many] = [1000, 10_000].map((count) => reportOf(manyBadRoles(count), everyBadRole));
    assert.ok(few !== undefined && many !== undefined);
    for (const format of reportFormats) {
      const [before, after] = [few, many].map((report) => write(format.write, [report]).length);
      assert.ok(
        (after ?? Infinity) < (before ?? 0) * 11,
        `${format.name}: ${String(before)}, ${String(after)}`,
      );
    }
    for (const { write: format, name } of reportFormats.filter((each) =>
      ['github', 'html'].includes(each.name),
    )) {
      const [before = 0, after = Infinity] = [few, many].map((report) => write(format, [report]).length);
      assert.ok(after < before * 1.1, `${name}: ${String(before)}, ${String(after)}`);
    }
  });

  it('come in pieces, so that no report has to fit into one string', () => {
    const report = reportOf(manyBadRoles(2000), everyBadRole);
    for (const { name, write: format } of reportFormats.filter((each) => each.name !== 'github')) {
      let [longest, all] = [0, 0];
      for (const piece of format([report], { ...usualOptions, showValues: true })) {
        longest = Math.max(longest, piece.length);
        all += piece.length;
      }
      // The rules of a SARIF report and the script of the page are there however short the report is.
      assert.ok(longest < 200_000 && (longest < all / 2 || name === 'sarif'), `${name}: ${String(longest)}`);
    }
  });

  it('are written in large chunks', () => {
    const pieces = Array.from({ length: 50_000 }, (_, index) => `${String(index)}\n`);
    const chunks = [...inChunks(pieces)];
    assert.equal(chunks.join(''), pieces.join(''));
    assert.ok(chunks.length < 10);
    assert.deepEqual([...inChunks([])], []);
  });
});

/** Two runs are made at two times. */
function timeless(text: string): string {
  return text.replace(/<time .*<\/time>/, '');
}
