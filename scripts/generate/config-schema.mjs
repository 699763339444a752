// schemas/meta/config.schema.json: what editors know of oneroster.config.json. Rules, versions and profiles come from their files.
import { readdir, readFile } from 'node:fs/promises';
import { ruleIds } from './rule-registry.mjs';

export const path = 'schemas/meta/config.schema.json';

export async function generate() {
  const [rules, versions, profiles] = await Promise.all([ruleIds(), versionNames(), readProfiles()]);
  const roles = await roleNames(versions);
  const schema = {
    // The draft that editors understand in full.
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'OneRoster configuration',
    description:
      'What a district has settled for its rosters. It lies in the roster folder or above it, and holds no secrets.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is.' },
      version: {
        enum: ['auto', ...versions],
        description:
          'The version of OneRoster to check against. "auto", as without it: detected from the files.',
      },
      profile: {
        enum: profiles.map(({ id }) => id),
        enumDescriptions: profiles.map(({ description }) => description),
        default: 'standard',
        description: 'The consumer whose demands count.',
      },
      rules: rulesSchema(rules),
      ignore: {
        type: 'array',
        items: { type: 'string', pattern: '^[^/\\\\]+$' },
        description:
          'CSV files in a roster folder that are none of its own, by name: "*" stands for any text, "?" for one character.',
      },
      suppress: suppressSchema(rules),
      baseline: {
        type: 'string',
        minLength: 1,
        description:
          'The file of known problems, counted from the folder of this file. Without it: oneroster.baseline.json beside this file, if it is there. "oneroster validate --write-baseline" makes it.',
      },
      package: packageSchema(),
      deliveries: deliveriesSchema(),
      job: jobSchema(),
      mapping: mappingSchema(roles),
      targets: {
        type: 'object',
        additionalProperties: { $ref: '#/definitions/target' },
        description: 'Places to upload packages to, by name.',
      },
      defaultTarget: { type: 'string', description: 'The target that is meant where none is named.' },
      thresholds: thresholdsSchema(),
      blackout: blackoutSchema(),
    },
    definitions: { severity: severitySchema(), target: targetSchema(profiles) },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** @param {readonly string[]} ids */
function rulesSchema(ids) {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(ids.map((id) => [id, { $ref: '#/definitions/severity' }])),
    description: 'Severities by rule, before those of the profile.',
  };
}

/** @param {readonly string[]} ids */
function suppressSchema(ids) {
  const named = (/** @type {string} */ description) => ({ type: 'string', pattern: '\\S', description });
  return {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['rule', 'file', 'field', 'value', 'reason'],
      properties: {
        rule: { enum: ids, description: 'The rule that finds it.' },
        file: {
          type: 'string',
          pattern: '^(?=.*\\S)[^/\\\\]+$',
          description: 'The name of the file, such as users.csv.',
        },
        field: named('The name of the column.'),
        value: {
          type: 'string',
          description:
            'The value that is accepted, as the problem quotes it or as it fills the field; "" for an empty field.',
        },
        reason: named('Why it is accepted, for those who come later.'),
        until: {
          type: 'string',
          pattern: '^\\d{4}-\\d{2}-\\d{2}$',
          description: 'The last day on which it is accepted, as YYYY-MM-DD. Then it counts again.',
        },
      },
      defaultSnippets: [
        {
          label: 'One value of one column',
          body: { rule: '$1', file: '$2', field: '$3', value: '$4', reason: '$5' },
        },
      ],
    },
    description:
      'Values that a rule finds and that are accepted: one value of one column each, with a reason. They are not listed and not counted; what matches nothing is reported.',
  };
}

function severitySchema() {
  return {
    enum: ['error', 'warning', 'information', 'off'],
    enumDescriptions: [
      'A reader may reject or misread the data. Errors stop a package.',
      'Legal or tolerated, but known to bite.',
      'Worth knowing.',
      'The rule does not run.',
    ],
  };
}

function deliveriesSchema() {
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      folder: {
        type: 'string',
        minLength: 1,
        description:
          'Where they are kept, counted from the folder of this file. Without it: .oneroster beside this file.',
      },
      keep: {
        type: 'integer',
        minimum: 1,
        default: 10,
        description:
          'How many packages are kept for each target, to compare with and to roll back to. All receipts are kept.',
      },
    },
    description:
      'How deliveries are kept on record. The packages hold personal data, so the folder is kept out of Git.',
  };
}

function jobSchema() {
  const command = (/** @type {string} */ description) => ({ type: 'string', pattern: '\\S', description });
  const number = (/** @type {string} */ description) => ({ type: 'integer', minimum: 1, description });
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      target: { type: 'string', description: 'The name of the target. Without it: the default target.' },
      prepare: command(
        'A command that makes the CSV files, run first, in the folder of the roster. Anything but exit code 0 stops the run.',
      ),
      prepareMinutes: { ...number('How long that may take, in minutes.'), default: 30 },
      freshHours: number(
        'How old the CSV files may be, in hours. Older ones stop the run: the export has not run then.',
      ),
      notify: command(
        'A command that is told how the run ended: the summary as JSON on its standard input, the exit code in ONEROSTER_EXIT_CODE, one line in ONEROSTER_SUMMARY.',
      ),
    },
    description: 'What "oneroster run" does, which nobody watches: every night, for example.',
  };
}

/** @param {readonly string[]} roles */
function mappingSchema(roles) {
  const text = (/** @type {string} */ description) => ({ type: 'string', pattern: '\\S', description });
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      schools: {
        type: 'object',
        propertyNames: { pattern: '\\S' },
        additionalProperties: text('The name of the location there.'),
        description:
          'The location of each school, by the sourcedId in orgs.csv. Without it, each school is a location of its own name.',
      },
      defaultLocation: text('The location of everybody who has no school with a location.'),
      roles: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(roles.map((role) => [role, text(`What "${role}" is called there.`)])),
        description: 'What each OneRoster role is called there. Without it, the names are the same.',
      },
      groups: {
        enum: ['classes', 'grades'],
        enumDescriptions: ['A group for each class.', 'A group for each grade.'],
        description: 'What groups of people are made from. Without it, none are.',
      },
    },
    description:
      'What the consumer makes of schools, roles and groups: a copy of what is set up there, for "oneroster preview".',
  };
}

function packageSchema() {
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      manifest: {
        enum: ['keep', 'omit'],
        default: 'keep',
        description:
          'Whether manifest.csv goes into the package. It can be omitted only where the profile does not demand it.',
      },
      output: {
        type: 'string',
        minLength: 1,
        description: 'The path of the package, counted from the folder of this file.',
      },
    },
    description: 'How the package is made.',
  };
}

/** @param {readonly { id: string, description: string }[]} profiles */
function targetSchema(profiles) {
  const named = (/** @type {string} */ description) => ({ type: 'string', minLength: 1, description });
  return {
    type: 'object',
    additionalProperties: false,
    anyOf: [{ required: ['url'] }, { required: ['host', 'user'] }],
    properties: {
      url: {
        type: 'string',
        pattern: '^[sS][fF][tT][pP]://(?![^/]*:[^/]*@)',
        description: 'The whole address: sftp://user@host:port/folder. A password does not belong in it.',
      },
      host: named("The server's name or address."),
      port: { type: 'integer', minimum: 1, maximum: 65535, default: 22, description: "The server's port." },
      user: named('The user to log in as.'),
      path: named('The remote folder; without it, the folder that the server puts the user in.'),
      hostKey: {
        type: 'string',
        pattern: '[A-Za-z0-9+/]{43}',
        description: "The server's host key as a fingerprint: SHA256:… Any other key is refused.",
      },
      profile: {
        enum: profiles.map(({ id }) => id),
        enumDescriptions: profiles.map(({ description }) => description),
        description: 'The consumer who reads there, where it is another than that of the configuration.',
      },
      authentication: {
        enum: ['password', 'key', 'agent'],
        description:
          'How to log in. Without it: with the key where "keyFile" names one, else with a password.',
      },
      keyFile: named(
        'The file of the private key: absolute, below the home folder (~/…), or counted from the folder of this file.',
      ),
    },
  };
}

function thresholdsSchema() {
  const percent = (/** @type {number} */ usual, /** @type {string} */ description) => ({
    type: 'number',
    minimum: 0,
    maximum: 100,
    default: usual,
    description,
  });
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      removed: percent(10, "The percentage of a file's records that may be removed."),
      removedOfSchool: percent(25, "The percentage of a file's records of one school that may be removed."),
      changed: percent(75, "The percentage of a file's records that may have other values."),
      newIds: percent(1, 'The percentage of the people who may come under a new id.'),
      few: {
        type: 'integer',
        minimum: 0,
        default: 3,
        description:
          'Up to so many records pass whatever their share, as long as they are not more than half: for small files and schools.',
      },
    },
    description:
      'How much may change between two deliveries before somebody has to say that it is meant. A school that is gone and a file without records always have to be confirmed.',
  };
}

function blackoutSchema() {
  const day = (/** @type {string} */ description) => ({
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    description,
  });
  return {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['from', 'until'],
      properties: {
        from: day('The first day without deliveries, as YYYY-MM-DD.'),
        until: day('The last day without deliveries, as YYYY-MM-DD.'),
        reason: { type: 'string', pattern: '\\S', description: 'Why, for those who are stopped by it.' },
      },
      defaultSnippets: [{ label: 'A period', body: { from: '$1', until: '$2', reason: '$3' } }],
    },
    description: 'Periods in which nothing is to be delivered, such as the summer rollover.',
  };
}

async function versionNames() {
  const folders = await readdir('schemas');
  return folders
    .filter((name) => name.startsWith('oneroster-'))
    .map((name) => name.slice('oneroster-'.length))
    .sort();
}

/**
 * The roles that a person may have, over all versions, sorted.
 * @param {readonly string[]} versions
 */
async function roleNames(versions) {
  /** @type {Set<string>} */
  const names = new Set();
  for (const version of versions) {
    const folder = `schemas/oneroster-${version}`;
    const files = await readdir(folder);
    const file = files.includes('roles.json') ? 'roles.json' : 'users.json';
    /** @type {{ columns: { name: string, values?: { value: string }[] }[] }} */
    const table = JSON.parse(await readFile(`${folder}/${file}`, 'utf8'));
    for (const { value } of table.columns.find(({ name }) => name === 'role')?.values ?? []) names.add(value);
  }
  return [...names].sort();
}

/** @returns {Promise<{ id: string, description: string }[]>} */
async function readProfiles() {
  const names = (await readdir('schemas/profiles')).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(`schemas/profiles/${name}`, 'utf8'))),
  );
}
