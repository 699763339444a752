import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const scopeName = 'text.csv.oneroster';
const path = 'syntaxes/oneroster.tmLanguage.json';
const coloursInTurn = 8;

describe('the grammar', () => {
  let grammar: IGrammar;

  before(async () => {
    grammar = await loadGrammar();
  });

  it('gives each column its own scope, the same in every record', () => {
    expectColours(`
      sourcedId,name,type
      111111111,2222,3333
      o-1,Oak,school
      111,222,333333
      o-22,Elm,district
      1111,222,33333333`);
  });

  it('keeps the column through commas and doubled quotes in a quoted field', () => {
    expectColours(`
      a,b,c
      1,2,3
      1,"Oak, the ""old"", one",3
      1,22222222222222222222222,3`);
  });

  it('keeps the column through line breaks in a quoted field', () => {
    expectColours(`
      a,b,c
      1,2,3
      1,"first
      1,222222
      x,y
      222
      third","q
      222222,33
      r"
      33
      2,b,c
      1,2,3`);
  });

  it('keeps the first column through line breaks', () => {
    expectColours(`
      a,b
      1,2
      "one
      1111
      two",x
      1111,2
      "three",y
      1111111,2`);
  });

  it('counts empty fields, at the start and end too', () => {
    expectColours(`
      a,b,c
      1,2,3
      ,,3
      ,,3
      1,,
      1,,
      ,"",
      ,22,
      ,,
      ,,
      1,2,3
      1,2,3`);
  });

  it('begins anew after an empty line', () => {
    assert.deepEqual(colours('a,b', '', 'a,b', '', '', '"a",b'), ['1,2', '', '1,2', '', '', '111,2']);
  });

  it('goes round its colours over 300 columns and comes back at the next record', () => {
    const fields = Array.from({ length: 300 }, (_, index) => String((index % coloursInTurn) + 1));
    const line = fields.join(',');
    assert.deepEqual(colours(line, line, 'a,b'), [line, line, '1,2']);
  });

  it('takes a quote inside an unquoted field, and text after a closing quote, as it stands', () => {
    expectColours(`
      a,b,c
      1,2,3
      5" nail,"x"y,3
      1111111,2222,3`);
  });

  it('is back in step one record after the next quote where a quote was never closed', () => {
    expectColours(`
      a,b,c
      1,2,3
      1,"open,3
      1,2222222
      2,"Oak",x
      2222222,3
      3,b,c
      1,2,3`);
  });

  it('marks the header and nothing else, even where it has a line break', () => {
    const lines = tokens(['a,"b', 'c",d', '1,2,3', '']);
    const isHeader = lines.map((line) =>
      line.map(({ scopes }) => scopes.some((scope) => scope.startsWith('markup.heading'))),
    );
    assert.deepEqual([...new Set(isHeader.slice(0, 2).flat())], [true]);
    assert.deepEqual([...new Set(isHeader.slice(2).flat())], [false]);
  });

  it('has eight scopes, each a different one, and none that looks like a comment or an error', async () => {
    const text = await readFile(path, 'utf8');
    const found = new Set(
      [...text.matchAll(/"name": "([a-z.]+)\.column\d\.oneroster"/g)].map(([, scope]) => scope),
    );
    assert.equal(found.size, coloursInTurn);
    assert.doesNotMatch(text, /comment\.|invalid\./);
  });

  /** Takes lines in pairs: the text, and below it the column that each of its characters is expected to have. */
  function expectColours(pairs: string): void {
    const lines = pairs
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
    const texts = lines.filter((_, index) => index % 2 === 0);
    assert.deepEqual(
      colours(...texts),
      lines.filter((_, index) => index % 2 === 1),
    );
  }

  /** For each line, its characters replaced by their columns' numbers; separators stay. */
  function colours(...lines: readonly string[]): readonly string[] {
    return tokens(lines).map((line) =>
      line
        .map(({ text, scopes }) => {
          const scope = scopes.at(-1) ?? '';
          const column = /\.column(\d)\./.exec(scope)?.[1];
          return column === undefined ? text : column.repeat(text.length);
        })
        .join(''),
    );
  }

  function tokens(
    lines: readonly string[],
  ): readonly (readonly { text: string; scopes: readonly string[] }[])[] {
    let stack = textmate.INITIAL;
    return lines.map((line) => {
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes,
      }));
    });
  }
});

async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(await readFile(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(await readFile(path, 'utf8'), path),
  });
  const grammar = await registry.loadGrammar(scopeName);
  assert.ok(grammar);
  return grammar;
}
