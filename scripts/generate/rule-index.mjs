// docs/rules/README.md: all rules by area. Each line is taken from the rule's page, which a test holds to the rule itself.
import { readdir, readFile } from 'node:fs/promises';

export const path = 'docs/rules/README.md';

/** The areas in the order of the index, and what each is about. */
const areas = [
  ['package', 'The package: which files there are, and what they are called'],
  ['manifest', 'The manifest'],
  ['bytes', 'Bytes: encoding, line ends and characters that cannot be seen'],
  ['csv', 'CSV: quotes, fields and records'],
  ['header', 'Headers'],
  ['value', 'Values'],
  ['key', 'Ids and other things that have to be unique'],
  ['reference', 'References between records'],
  ['sense', 'Sense: records that do not fit together'],
  ['spreadsheet', 'Damage done by spreadsheets'],
  ['configuration', 'The configuration'],
];

/** @typedef {{ id: string, summary: string, severity: string, versions: string, area: string, fix: string }} Entry */

export async function generate() {
  const entries = await readEntries();
  return [
    '<!-- Generated from the pages in this folder by scripts/generate/rule-index.mjs. Do not edit: run "node scripts/generate.mjs". -->',
    '',
    '# Rules',
    '',
    `There are ${entries.length} rules. The severity is that of the \`standard\` profile; profiles and the configuration may change it.`,
    '',
    `${entries.filter(({ fix }) => fix !== 'none').length} rules have a fix: a safe one is certain and loses nothing, an unsafe one is a guess or takes something out.`,
    ...areas.flatMap(([area, title]) => {
      const own = entries.filter((entry) => entry.area === area);
      return own.length === 0 ? [] : ['', `## ${title}`, '', ...tableOf(own)];
    }),
    '',
  ].join('\n');
}

/** @returns {Promise<Entry[]>} */
async function readEntries() {
  const names = (await readdir('docs/rules')).filter((name) => /^[a-z0-9-]+\.md$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const [title, summary = '', facts = ''] = (await readFile(`docs/rules/${name}`, 'utf8')).split(
        /(?:\r?\n){2,}/,
      );
      const found = /^Severity: (.+)\. Versions: (.+)\. Area: (\w+)\. Fix: (.+)\.$/.exec(facts);
      const id = name.slice(0, -'.md'.length);
      if (title !== `# ${id}` || found === null) {
        throw new Error(`docs/rules/${name} does not begin with its title, a summary and its facts`);
      }
      const [, severity = '', versions = '', area = '', fix = ''] = found;
      return { id, summary, severity, versions, area, fix };
    }),
  );
}

/** @param {readonly Entry[]} entries */
function tableOf(entries) {
  return [
    '| Rule | Severity | Versions | Fix | What it finds |',
    '| --- | --- | --- | --- | --- |',
    ...entries.map(
      ({ id, severity, versions, fix, summary }) =>
        `| [${id}](${id}.md) | ${severity} | ${versions} | ${fix === 'none' ? '' : fix} | ${summary.replaceAll('|', '\\|')} |`,
    ),
  ];
}
