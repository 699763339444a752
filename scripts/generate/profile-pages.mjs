// docs/profiles/*.md: a page for each consumer profile, and the index. Everything on them stands in schemas/profiles/.
import { readdir, readFile } from 'node:fs/promises';

/**
 * @typedef {{ text: string, rules?: string[], sources: string[] }} Statement
 * @typedef {{ id: string, title: string, url: string }} Source
 * @typedef {{
 *   id: string, title: string, extends?: string, description: string,
 *   versions: string[], layout: string, zipName: string | null, plainZipName: boolean,
 *   requiredFiles: string[], dispensableFiles: string[], manifest: string, modes: string[], lineEnds: string,
 *   limits: { studentsPerClass?: number, classesPerTeacher?: number }, severities: Record<string, string>,
 *   previewOf?: string | undefined, preview: { deletedPeople: string, known: Statement[], assumed: string[] },
 *   sync?: Statement & { exportBy?: string },
 *   facts: Statement[], unknown: string[], sources: Source[],
 * }} Profile
 */

const folder = 'docs/profiles';
const notice =
  '<!-- Generated from schemas/profiles/ by scripts/generate/profile-pages.mjs. Do not edit: run "node scripts/generate.mjs". -->';

/** @returns {Promise<{ path: string, text: string }[]>} */
export async function generateAll() {
  const profiles = await readProfiles();
  return [
    { path: `${folder}/README.md`, text: index(profiles) },
    ...profiles.map((profile) => ({ path: `${folder}/${profile.id}.md`, text: page(profile) })),
  ];
}

async function readProfiles() {
  const names = (await readdir('schemas/profiles')).filter((name) => name.endsWith('.json')).sort();
  const own = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(`schemas/profiles/${name}`, 'utf8'))),
  );
  return own.map((profile) => withInherited(profile, own));
}

/** @param {Profile} profile @param {readonly Profile[]} all @returns {Profile} */
function withInherited(profile, all) {
  const base = all.find(({ id }) => id === profile.extends);
  const previewOf = profile.preview === undefined ? base && withInherited(base, all).previewOf : profile.id;
  if (base === undefined) return { ...profile, previewOf };
  const inherited = withInherited(base, all);
  return {
    ...inherited,
    ...profile,
    previewOf,
    severities: { ...inherited.severities, ...profile.severities },
  };
}

/** @param {readonly Profile[]} profiles */
function index(profiles) {
  return [
    notice,
    '',
    '# Profiles',
    '',
    'A profile says what one consumer of rosters asks for beyond the specification, or does not mind. Choose one with `--profile` on the command line or with `profile` in `oneroster.config.json`. `oneroster profiles <path>` shows which of them a roster would pass.',
    '',
    'They are taken from what the consumers publish, not from their programs: each page says what is known, where it was found, and what is not known. Ask the consumer before the first delivery.',
    '',
    '| Profile | Consumer | Versions | Layout | Package |',
    '| --- | --- | --- | --- | --- |',
    ...profiles.map(
      (profile) =>
        `| [${profile.id}](${profile.id}.md) | ${cell(profile.title)} | ${profile.versions.join(', ')} | ${layouts[profile.layout]} | ${zipName(profile)} |`,
    ),
    '',
  ].join('\n');
}

/** @type {Record<string, string>} */
const layouts = { zip: 'one zip', loose: 'files side by side', either: 'one zip, or files side by side' };

/** @param {Profile} profile */
function zipName({ layout, zipName: name, plainZipName }) {
  if (layout === 'loose') return 'none';
  if (name !== null) return `\`${name}\``;
  return plainZipName ? 'letters and digits only' : 'no particular name';
}

/** @param {Profile} profile */
function page(profile) {
  const { title, description, facts, unknown, sources } = profile;
  const numbers = new Map(sources.map(({ id }, place) => [id, place + 1]));
  return [
    notice,
    '',
    `# ${title}`,
    '',
    description,
    '',
    `Profile: \`${profile.id}\`.`,
    '',
    '## What is checked differently',
    '',
    '| | |',
    '| --- | --- |',
    ...settings(profile).map(([name, value]) => `| ${name} | ${cell(value)} |`),
    '',
    'Everything else is checked as the specification has it: see [the rules](../rules/README.md).',
    '',
    '## What is known',
    '',
    ...facts.map((fact) => `- ${fact.text}${checkedBy(fact)} ${references(fact, numbers)}`),
    '',
    ...syncLines(profile, numbers),
    '## What is not known',
    '',
    ...unknown.map((text) => `- ${text}`),
    '',
    '## What a preview goes by',
    '',
    ...previewLines(profile, numbers),
    '',
    '## Sources',
    '',
    ...sources.map(({ title: name, url }, place) => `${String(place + 1)}. [${name}](${url})`),
    '',
  ].join('\n');
}

/**
 * When it reads, and what a schedule makes of that.
 * @param {Profile} profile
 * @param {ReadonlyMap<string, number>} numbers
 */
function syncLines({ sync }, numbers) {
  if (sync === undefined) return [];
  const late =
    sync.exportBy === undefined
      ? []
      : [`A [nightly job](../nightly.md) that would be late for ${sync.exportBy} is said to be.`, ''];
  return ['## When it reads', '', `${sync.text} ${references(sync, numbers)}`, '', ...late];
}

/**
 * What is known and assumed for a preview; a model that is another profile's is not repeated.
 * @param {Profile} profile
 * @param {ReadonlyMap<string, number>} numbers
 */
function previewLines({ id, previewOf, preview }, numbers) {
  if (previewOf !== id)
    return [`By the same as [${previewOf}](${previewOf}.md): see [a look before it happens](../preview.md).`];
  return [
    'See [a look before it happens](../preview.md). Known:',
    '',
    ...preview.known.map((fact) => `- ${fact.text} ${references(fact, numbers)}`),
    '',
    'Assumed:',
    '',
    ...preview.assumed.map((text) => `- ${text}`),
  ];
}

/** @param {Profile} profile @returns {[string, string][]} */
function settings(profile) {
  const { versions, requiredFiles, dispensableFiles, manifest, modes, lineEnds, limits, severities } =
    profile;
  /** @type {[string, string | undefined][]} */
  const rows = [
    ['Versions', versions.join(', ')],
    ['Layout', layouts[profile.layout]],
    ['Package', zipName(profile)],
    ['Files that have to be there', fileList(requiredFiles) ?? 'those of the version'],
    ['Files that it does without', fileList(dispensableFiles)],
    ['Manifest', manifest === 'required' ? 'has to be there from 1.1 on' : 'may be left out'],
    ['Modes', modes.join(', ')],
    ['Line ends', lineEnds === 'lf' ? 'LF' : 'CRLF or LF'],
    ['Students in a class, at most', limits.studentsPerClass?.toString()],
    ['Classes of a teacher, at most', limits.classesPerTeacher?.toString()],
    ...Object.entries(severities).map(
      ([rule, severity]) => /** @type {[string, string]} */ ([ruleLink(rule), severity]),
    ),
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** @param {readonly string[]} files */
function fileList(files) {
  return files.length === 0 ? undefined : files.map((file) => `\`${file}\``).join(', ');
}

/** @param {Statement} statement */
function checkedBy({ rules }) {
  return rules === undefined ? '' : ` Checked by ${rules.map(ruleLink).join(', ')}.`;
}

/** @param {Statement} statement @param {ReadonlyMap<string, number>} numbers */
function references({ text, sources }, numbers) {
  const found = sources.map((id) => {
    const number = numbers.get(id);
    if (number === undefined)
      throw new Error(`"${text}" names the source ${id}, which its profile does not have`);
    return String(number);
  });
  return `(${found.join(', ')})`;
}

/** @param {string} id */
function ruleLink(id) {
  return `[${id}](../rules/${id}.md)`;
}

/** @param {string} text */
function cell(text) {
  return text.replaceAll('|', '\\|');
}
