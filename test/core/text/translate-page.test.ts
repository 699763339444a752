// Pages of rules in other languages: the English page is the source, and each of its paragraphs is said.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import german from '../../../l10n/pages.de.json';
import spanish from '../../../l10n/pages.es.json';
import { pageTextsBeside } from '../../../src/core/text/page-texts';
import { inEnglish, inLanguage, type Say } from '../../../src/core/text/say';
import { translatePage } from '../../../src/core/text/translate-page';

const names = readdirSync('docs/rules').filter((name) => /^[a-z0-9-]+\.md$/.test(name));
const pageOf = (name: string) => readFileSync(`docs/rules/${name}`, 'utf8').replaceAll('\r\n', '\n');

describe('translatePage', () => {
  const page = [
    '# some-rule',
    '',
    'Something is wrong.',
    '',
    'Severity: error, warning in 1.1. Versions: 1.1, 1.2.',
    '',
    '## Wrong',
    '',
    '```csv version=1.2',
    'Something is wrong.',
    '# no heading',
    '```',
    '',
  ];

  it('says each paragraph and heading, and each sentence of the facts, and leaves title and examples as they are', () => {
    const said: string[] = [];
    const say: Say = (text) => {
      said.push(text);
      return `<${text}>`;
    };
    const translated = translatePage(page.join('\r\n'), say);
    assert.deepEqual(said, [
      'Something is wrong.',
      'Severity: error, warning in 1.1.',
      'Versions: 1.1, 1.2.',
      'Wrong',
    ]);
    assert.equal(
      translated,
      page
        .join('\n')
        .replace('\n\nSomething is wrong.', '\n\n<Something is wrong.>')
        .replace(/Severity.*/, '<Severity: error, warning in 1.1.> <Versions: 1.1, 1.2.>')
        .replace('## Wrong', '## <Wrong>'),
    );
  });

  it('gives a page in English as it is', () => {
    for (const name of names) assert.equal(translatePage(pageOf(name), inEnglish), pageOf(name));
  });

  for (const [language, texts] of [
    ['de', german],
    ['es', spanish],
  ] as const) {
    it(`leaves nothing in English on any page: ${language}`, () => {
      const say = inLanguage(language, texts);
      for (const name of names) {
        const english = outsideOfExamples(pageOf(name));
        const translated = outsideOfExamples(translatePage(pageOf(name), say));
        assert.equal(translated.length, english.length, name);
        assert.deepEqual(
          translated.filter((line, place) => place > 0 && line === english[place]),
          [],
          name,
        );
      }
    });

    it(`leaves the examples of all pages as they are: ${language}`, () => {
      for (const name of names) {
        const translated = translatePage(pageOf(name), inLanguage(language, texts));
        assert.deepEqual(examplesIn(translated), examplesIn(pageOf(name)), name);
      }
    });
  }
});

describe('pageTextsBeside', () => {
  it('names the file beside the bundle, wherever that is', () => {
    assert.equal(pageTextsBeside('/a/l10n/bundle.l10n.de.json'), '/a/l10n/pages.de.json');
    assert.equal(
      pageTextsBeside('C:\\bundle.l10n.x\\l10n\\bundle.l10n.pt-br.json'),
      'C:\\bundle.l10n.x\\l10n\\pages.pt-br.json',
    );
  });
});

const fenced = /^```.*?^```$/gms;

function examplesIn(page: string): readonly string[] {
  const examples = page.match(fenced) ?? [];
  assert.ok(examples.length >= 2);
  return examples;
}

function outsideOfExamples(page: string): readonly string[] {
  return page
    .replace(fenced, '')
    .split('\n')
    .filter((line) => line !== '');
}
