import { loadInTurns } from '../turns';

/** Loads the library that speaks with the server. Its inner parts are reached by the way that it keeps for its own tests. */
export function loadLibrary(): Promise<void> {
  return loadInTurns([
    () => import('vscode-jsonrpc'),
    () => import('vscode-jsonrpc/node'),
    () => import('vscode-languageserver-types'),
    () => import('vscode-languageserver-protocol'),
    () => import('vscode-languageserver-protocol/node'),
    () => import('vscode-languageclient/$test/common/codeConverter'),
    () => import('vscode-languageclient/$test/common/protocolConverter'),
    () => import('vscode-languageclient/$test/common/diagnostic'),
    () => import('vscode-languageclient/$test/common/notebook'),
    () => import('vscode-languageclient/$test/common/fileOperations'),
    () => import('vscode-languageclient/$test/common/semanticTokens'),
    () => import('vscode-languageclient/$test/common/textSynchronization'),
    () => import('vscode-languageclient/$test/common/linkedEditingRange'),
    () => import('vscode-languageclient/$test/common/textDocumentContent'),
    () => import('vscode-languageclient/$test/common/completion'),
    () => import('vscode-languageclient/$test/common/signatureHelp'),
    () => import('vscode-languageclient/$test/common/codeAction'),
    () => import('vscode-languageclient/$test/common/formatting'),
    () => import('vscode-languageclient/$test/common/foldingRange'),
    () => import('vscode-languageclient/$test/common/callHierarchy'),
    () => import('vscode-languageclient/$test/common/inlineValue'),
    () => import('vscode-languageclient/$test/common/client'),
    () => import('vscode-languageclient'),
    () => import('vscode-languageclient/node'),
  ]);
}
