// The page beside the sample district.

/**
 * @param {readonly import('./corrections.mjs').Correction[]} corrections
 * @param {ReadonlyMap<string, string>} files
 * @returns {string}
 */
export function readmeText(corrections, files) {
  const count = (/** @type {string} */ file) => (files.get(file) ?? '').split('\n').length - 2;
  const rules = [...new Set(corrections.map(({ rule }) => rule))];
  const rows = rules.map((rule) => describe(corrections.filter((correction) => correction.rule === rule)));
  return `# Larkspur Valley School District

A small district to try things on. Larkspur Valley does not exist, and neither does anybody in it: the names are drawn by lot, the
telephone numbers are the ones set aside for fiction, and the addresses end in \`.example\`.

It has an elementary school, a middle school and a high school, ${String(count('users.csv'))} people (students, their parents and
guardians, teachers, aides and administrators), ${String(count('classes.csv'))} classes in two semesters of the school year 2026-27, and
${String(count('enrollments.csv'))} enrollments, in OneRoster 1.1, bulk, as a student information system would export it: Windows line ends,
quotes only where they are needed.

\`npm start\` opens a copy of \`sample-district\`, so do to it what you like.

## What is wrong with it

Somebody opened the export in a spreadsheet, and somebody else touched it up by hand. So there are ${String(rules.length)} mistakes in it, each of
another kind, all of them the sort we see every August. Try to find them yourself first; the answers are here:

| Where | What it says | What it should say | How that happens | Rule |
|---|---|---|---|---|
${rows.join('\n')}

Records are counted as a spreadsheet shows them: the header is 1. Everything else in the district is in order. Once these are put
right, there is nothing left to report.

The same answers, for machines, are in \`sample-district.corrections.json\`; \`npm start -- --headless\` applies them.

## Where it comes from

\`node scripts/make-sample-district.mjs\` writes all of this folder, and always writes the same. Change the generator in
\`scripts/sample-district/\`, not the files. With \`--check\` it only compares; \`--clean DIR\` writes the district without its mistakes
to a folder of yours, and \`--clean DIR --scale 100\` one with a hundred times the people.
`;
}

/** @param {readonly import('./corrections.mjs').Correction[]} corrections those of one rule */
function describe(corrections) {
  const [first] = corrections;
  if (first === undefined) return '';
  const numbers = corrections.map(({ record }) => String(record));
  const records = numbers.length === 1 ? `record ${numbers.join('')}` : `records ${numbers.join(', ')}`;
  const where = `\`${first.file}\`, ${records}${first.field === null ? '' : `, \`${first.field}\``}`;
  const rule = `[${first.rule}](../docs/rules/${first.rule}.md)`;
  return `| ${[where, quote(first.from), first.to === null ? 'nothing: remove the record' : quote(first.to), first.why, rule].join(' | ')} |`;
}

/** @param {string} text */
function quote(text) {
  if (text === '') return '(blank)';
  const ending = text.endsWith(' ') ? ' (with a blank behind)' : '';
  return `\`${text.length > 60 ? `…${text.slice(-40)}` : text.trimEnd()}\`${ending}`;
}
