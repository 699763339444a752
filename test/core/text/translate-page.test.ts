// Pages of rules and profiles in other languages: the English page is the source, and each of its paragraphs is said.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { pageTextFiles } from '../../../src/core/text/text-files';
import { inEnglish, inLanguage, type Say, type Texts } from '../../../src/core/text/say';
import { translatePage } from '../../../src/core/text/translate-page';

const names = ['rules', 'profiles'].flatMap((folder) =>
  readdirSync(`docs/${folder}`).map((name) => `${folder}/${name}`),
);
const rulePages = names.filter((name) => /^rules\/[a-z0-9-]+\.md$/.test(name));
const pageOf = (name: string) => readFileSync(`docs/${name}`, 'utf8').replaceAll('\r\n', '\n');

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

  it('says list items without the rules and sources behind them, and cells but for names', () => {
    const texts = {
      'It is so.': 'So ist es.',
      'Checked by {rules}.': 'Geprüft durch {rules}.',
      'Profile: {id}.': 'Profil: {id}.',
      Files: 'Dateien',
      'one zip': 'ein Zip',
    };
    const lines = [
      ['Profile: `standard`.', 'Profil: `standard`.'],
      [
        '- It is so. Checked by [a](../rules/a.md), [b](b.md). (1, 2)',
        '- So ist es. Geprüft durch [a](../rules/a.md), [b](b.md). (1, 2)',
      ],
      ['It is so. (3)', 'So ist es. (3)'],
      [
        '| Files | `a.csv`, `b.csv` | 1.0, 1.1 | one zip |',
        '| Dateien | `a.csv`, `b.csv` | 1.0, 1.1 | ein Zip |',
      ],
      ['| --- | [a](a.md) |  |', '| --- | [a](a.md) |  |'],
      ['1. [It is so.](https://example.org/)', '1. [It is so.](https://example.org/)'],
      ['<!-- It is so. -->', '<!-- It is so. -->'],
    ] as const;
    for (const [english, translated] of lines)
      assert.equal(translatePage(english, inLanguage('de', texts)), translated);
  });

  it('gives a page in English as it is', () => {
    for (const name of names) assert.equal(translatePage(pageOf(name), inEnglish), pageOf(name));
  });

  for (const language of ['de', 'es']) {
    const files = pageTextFiles(`l10n/bundle.l10n.${language}.json`);
    const texts = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Texts);
    const say = inLanguage(language, Object.assign({}, ...texts) as Texts);

    it(`leaves nothing in English on the page of any rule: ${language}`, () => {
      for (const name of rulePages) {
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

    it(`leaves no sentence in English in the index of rules and on the pages of profiles: ${language}`, () => {
      const isSentence = /[a-z]+,? [a-z]+,? [a-z]+/;
      for (const name of names.filter((each) => !rulePages.includes(each))) {
        const english = new Set(pageOf(name).split('\n'));
        const left = translatePage(pageOf(name), say)
          .split('\n')
          .filter((line) => english.has(line) && isSentence.test(line) && !/^(?:<!--|\d+\. \[)/.test(line));
        assert.deepEqual(left, [], name);
      }
    });

    it(`leaves the examples of all rules as they are: ${language}`, () => {
      for (const name of rulePages) {
        const translated = translatePage(pageOf(name), say);
        assert.deepEqual(examplesIn(translated), examplesIn(pageOf(name)), name);
      }
    });
  }
});

describe('pageTextFiles', () => {
  it('are those beside the bundle, wherever that is', () => {
    assert.deepEqual(pageTextFiles('/bundle.l10n.x/l10n/bundle.l10n.pt-br.json'), [
      '/bundle.l10n.x/l10n/bundle.l10n.pt-br.json',
      '/bundle.l10n.x/l10n/facts.pt-br.json',
      '/bundle.l10n.x/l10n/pages.pt-br.json',
    ]);
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
