// The pictures of the walkthrough are shown where no style of their own is let in.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';

describe('pictures of the walkthrough', () => {
  it('have the colours of the theme as attributes, and neither styles nor words', async () => {
    for (const name of await readdir('media/tour')) {
      const text = await readFile(`media/tour/${name}`, 'utf8');
      assert.doesNotMatch(text, /<style|class=|style=|<text|#[0-9a-f]{3}/i, name);
      assert.match(text, /(?:fill|stroke)="var\(--vscode-/, name);
    }
  });
});
