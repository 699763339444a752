import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in VS Code', () => {
  it('is present and can be activated', async () => {
    const extension = vscode.extensions.getExtension('oneroster-tools.oneroster');
    assert.ok(extension, 'VS Code does not know the extension.');
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
