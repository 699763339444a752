import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyEdits, type ByteEdit } from '../../../src/core/edits/byte-edit';
import { unifiedDiff } from '../../../src/core/edits/unified-diff';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8';
import { createRandom } from '../../property/random';
import { inTemporaryFolder } from '../../node/support/temporary-folder';

describe('unified diff', () => {
  it('shows the changed lines with three lines round them', () => {
    const text = Array.from({ length: 20 }, (_, line) => `line ${String(line + 1)}\n`).join('');
    const at = text.indexOf('line 10');
    const diff = diffOf('a.csv', text, [{ start: at, end: at + 7, text: 'line ten' }]);
    const expected = [
      'diff --git a/a.csv b/a.csv',
      '--- a/a.csv',
      '+++ b/a.csv',
      '@@ -7,7 +7,7 @@',
      ' line 7',
      ' line 8',
      ' line 9',
      '-line 10',
      '+line ten',
      ' line 11',
      ' line 12',
      ' line 13',
    ];
    assert.equal(diff, `${expected.join('\n')}\n`);
  });

  it('shows what is new, what goes, and a line end that is missing', () => {
    const created = [
      ...unifiedDiff({
        from: undefined,
        to: 'n.csv',
        before: new Uint8Array(),
        edits: [{ start: 0, end: 0, text: 'a\nb' }],
      }),
    ].join('');
    assert.match(
      created,
      /new file mode 100644\n--- \/dev\/null\n\+\+\+ b\/n\.csv\n@@ -0,0 \+1,2 @@\n\+a\n\+b\n\\ No newline/,
    );
    const before = encodeUtf8('a\n');
    const gone = [
      ...unifiedDiff({ from: 'g.csv', to: undefined, before, edits: [{ start: 0, end: 2, text: '' }] }),
    ].join('');
    assert.match(
      gone,
      /deleted file mode 100644\n--- a\/g\.csv\n\+\+\+ \/dev\/null\n@@ -1,1 \+0,0 @@\n-a\n$/,
    );
  });

  it('is what git applies', () =>
    inTemporaryFolder(async (folder) => {
      const random = createRandom(7);
      execFileSync('git', ['init', '-q'], { cwd: folder });
      for (let run = 0; run < 25; run++) {
        const lines = Array.from({ length: random.integer(1, 40) }, (_, line) => `l${String(line)},a`);
        const text = lines.join(random.pick(['\n', '\r\n'])) + random.pick(['', '\n']);
        const before = encodeUtf8(text);
        const edits = randomEdits(
          before.length,
          () => random.integer(0, 30),
          () => random.pick(['', 'x', 'y\nz', '\n']),
        );
        if (decodeUtf8(applyEdits(before, edits)) === text) continue;
        await writeFile(join(folder, 'f.csv'), before);
        await writeFile(join(folder, 'f.diff'), diffOf('f.csv', text, edits));
        execFileSync('git', ['apply', '--whitespace=nowarn', 'f.diff'], { cwd: folder, stdio: 'pipe' });
        const after = await readFile(join(folder, 'f.csv'), 'utf8');
        assert.equal(after, decodeUtf8(applyEdits(before, edits)));
      }
    }));
});

function diffOf(file: string, text: string, edits: readonly ByteEdit[]): string {
  return [...unifiedDiff({ from: file, to: file, before: encodeUtf8(text), edits })].join('');
}

function randomEdits(length: number, distance: () => number, text: () => string): readonly ByteEdit[] {
  const edits: ByteEdit[] = [];
  for (let at = distance(); at < length; at += 6 + distance()) {
    edits.push({ start: at, end: Math.min(at + (distance() % 6), length), text: text() });
  }
  return edits;
}
