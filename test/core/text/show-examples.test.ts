import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { showExamples } from '../../../src/core/text/show-examples';

describe('showExamples', () => {
  it('puts below a line what is wrong with it, and gives each file a block', () => {
    const page = [
      '## Wrong',
      '',
      '```csv version=1.1',
      '=== users.csv',
      'sourcedId,role,email',
      '[[u2|duplicate-person]],student,[[j@x.example|invalid-email,duplicate-email]]',
      '=== orgs.csv',
      'o1,North[[|field-count]]',
      '```',
      '',
      'Text with [[brackets|stays]].',
    ];
    assert.deepEqual(showExamples(page.join('\n')).split('\n'), [
      '## Wrong',
      '',
      '`users.csv`',
      '',
      '```csv',
      'sourcedId,role,email',
      'u2,student,j@x.example',
      '^^ duplicate-person',
      '           ^^^^^^^^^^^ invalid-email, duplicate-email',
      '```',
      '',
      '`orgs.csv`',
      '',
      '```csv',
      'o1,North',
      '        ^ field-count',
      '```',
      '',
      'Text with [[brackets|stays]].',
    ]);
  });

  it('takes marks that go over lines, or lie in one another', () => {
    const page = '```csv\na,[["North\nHigh"|line-break]],b\n[[1,[[2|inner]]|outer]]\n```';
    assert.deepEqual(showExamples(page).split('\n'), [
      '```csv',
      'a,"North',
      '  ^^^^^^ line-break',
      'High",b',
      '1,2',
      '^^^ outer',
      '  ^ inner',
      '```',
    ]);
  });

  it('leaves no mark on any page', async () => {
    for (const name of await readdir('docs/rules')) {
      const shown = showExamples(await readFile(`docs/rules/${name}`, 'utf8'));
      assert.doesNotMatch(shown, /\[\[|^=== /m, name);
      assert.equal((shown.match(/^```/gm) ?? []).length % 2, 0, name);
    }
  });
});
