// The questions that an editor asks of a roster, and where.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {import('../typing/language-server.mjs').LanguageServer} LanguageServer
 * @typedef {object} Question
 * @property {string} what
 * @property {string} provider the capability that the server announces if it answers this
 * @property {(server: LanguageServer, round: number) => Promise<unknown>} ask
 */

/** What VS Code says that it can do, as far as answers depend on it. */
export const clientCapabilities = {
  workspace: {
    workspaceFolders: true,
    configuration: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
  textDocument: {
    inlayHint: { dynamicRegistration: true },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } },
    },
  },
};

/** What is off unless somebody switches it on is asked, too. */
export const settings = { 'oneroster.inlayHints.enabled': true };

/** As many lines as a large screen shows. */
const inView = 60;
const searched = ['a', 'smith', 'mar lo', 'high', 'usr-', 'nobody'];

/**
 * @param {string} folder
 * @param {ReadonlyMap<string, readonly string[]>} texts the lines of each file
 * @returns {readonly Question[]}
 */
export function questions(folder, texts) {
  const at = places(folder, texts);
  const person = (/** @type {number} */ round) => at.field('enrollments.csv', 'userSourcedId', round);
  const school = (/** @type {number} */ round) => at.field('enrollments.csv', 'schoolSourcedId', round);
  const context = { includeDeclaration: true };
  return [
    question('hover over an id', 'hover', person),
    question('completion of an id', 'completion', person),
    question('definition of an id', 'definition', person),
    question('references to a person', 'references', (round) => ({ ...person(round), context })),
    question('references to the school of all', 'references', (round) => ({ ...school(round), context })),
    question('highlights of a person', 'documentHighlight', person),
    question('highlights of the school of all', 'documentHighlight', school),
    question('outline of the enrollments', 'documentSymbol', () => at.document('enrollments.csv')),
    question('outline of the people', 'documentSymbol', () => at.document('users.csv')),
    question('folding of the enrollments', 'foldingRange', () => at.document('enrollments.csv')),
    {
      ...question('workspace symbols', 'workspaceSymbol', at.query),
      ask: (server, round) => server.request('workspace/symbol', at.query(round)),
    },
    question('lenses of the orgs', 'codeLens', () => at.document('orgs.csv')),
    { what: 'one of the lenses', provider: 'codeLensProvider', ask: resolveLens(at) },
    question('inlay hints of the lines in view', 'inlayHint', at.view),
    question('code actions of a line', 'codeAction', at.line),
    question('colours of the lines in view', 'semanticTokens', at.view, 'semanticTokens/range'),
    question('rename of the school of all: is it one?', 'rename', school, 'prepareRename'),
    question(
      `rename of the school of all, in over ${(100_000).toLocaleString('en-US')} places`,
      'rename',
      (round) => ({
        ...school(round),
        newName: `school-${String(round)}`,
      }),
    ),
  ];
}

/**
 * @param {string} what
 * @param {string} feature
 * @param {(round: number) => object} paramsOf
 * @param {string} [method]
 * @returns {Question}
 */
function question(what, feature, paramsOf, method = feature) {
  return {
    what,
    provider: `${feature}Provider`,
    ask: (server, round) => server.request(`textDocument/${method}`, paramsOf(round)),
  };
}

/** @param {string} folder @param {ReadonlyMap<string, readonly string[]>} texts */
function places(folder, texts) {
  const document = (/** @type {string} */ file) => ({
    textDocument: { uri: pathToFileURL(join(folder, file)).href },
  });
  const lines = (/** @type {string} */ file) => texts.get(file) ?? [];
  /** Lines all over the file. */
  const lineOf = (/** @type {string} */ file, /** @type {number} */ round) =>
    1 + ((round * 7919) % (lines(file).length - inView - 2));
  const rows = (/** @type {number} */ count, /** @type {number} */ round) => {
    const line = lineOf('enrollments.csv', round);
    const range = { start: { line, character: 0 }, end: { line: line + count, character: 0 } };
    return { ...document('enrollments.csv'), range };
  };
  return {
    document,
    field(/** @type {string} */ file, /** @type {string} */ column, /** @type {number} */ round) {
      const line = lineOf(file, round);
      const index = (lines(file)[0] ?? '').split(',').indexOf(column);
      const before = (lines(file)[line] ?? '').split(',').slice(0, index).join(',');
      return { ...document(file), position: { line, character: before.length + 3 } };
    },
    view: (/** @type {number} */ round) => rows(inView, round),
    line: (/** @type {number} */ round) => ({ ...rows(1, round), context: { diagnostics: [] } }),
    query: (/** @type {number} */ round) => ({ query: searched[round % searched.length] ?? '' }),
  };
}

/** @param {ReturnType<typeof places>} at */
function resolveLens(at) {
  /** @type {Promise<unknown> | undefined} */
  let asked;
  return async (/** @type {LanguageServer} */ server, /** @type {number} */ round) => {
    asked ??= server.request('textDocument/codeLens', at.document('orgs.csv'));
    const lenses = /** @type {readonly object[]} */ (await asked);
    const lens = lenses[round % lenses.length];
    if (lens !== undefined) await server.request('codeLens/resolve', lens);
  };
}
