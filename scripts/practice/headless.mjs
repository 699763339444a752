// The main job without a person: validate, correct, validate again, package, upload, look into the server's folder.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../editor/project.mjs';
import { applyCorrections, readCorrections } from '../sample-district/corrections.mjs';

/**
 * Walks the whole road and throws at the first step that does not do what it should.
 * @param {import('./district.mjs').Practice} practice
 */
export async function walkMainJob(practice) {
  const { district, inbox, password } = practice;
  const zip = join(district, '..', 'OneRoster.zip');

  step('Validate the sample district: its errors are found');
  const first = await oneroster(['validate', district], 1);
  expect(/ error/.test(first), 'the report should name errors');

  step('Package: refused because of the errors');
  await oneroster(['package', district, '--output', zip], 1);

  step('Apply the prepared corrections');
  const corrections = await readCorrections(join(projectFolder, 'examples/sample-district.corrections.json'));
  await applyCorrections(district, corrections);
  for (const { file, record, rule, why } of corrections) {
    console.log(`${file}, record ${record}: ${rule}. ${why}`);
  }

  step('Validate again: nothing is wrong any more');
  await oneroster(['validate', district, '--fail-on', 'warning'], 0);

  step('Package');
  await oneroster(['package', district, '--output', zip], 0);

  step('Upload to the practice server');
  await oneroster(['upload', district, '--target', 'practice', '--first-delivery'], 0, {
    ONEROSTER_SFTP_PASSWORD: password,
  });

  step("Look into the server's folder");
  const names = await readdir(inbox);
  for (const name of names) console.log(`${name}  ${(await stat(join(inbox, name))).size} bytes`);
  expect(names.length === 1 && names[0] === 'OneRoster.zip', 'it should hold OneRoster.zip and nothing else');
  expect(
    (await sha256(zip)) === (await sha256(join(inbox, 'OneRoster.zip'))),
    'it should be the packaged zip, byte for byte',
  );
}

/** @param {string} title */
function step(title) {
  console.log(`\n== ${title}`);
}

/**
 * Runs the command line as its users do and prints what it says.
 * @param {readonly string[]} args
 * @param {number} expected the exit code
 * @param {Record<string, string>} [env]
 * @returns {Promise<string>} standard output
 */
function oneroster(args, expected, env = {}) {
  console.log(`$ oneroster ${args.join(' ')}`);
  return new Promise((resolve, reject) => {
    const program = [join(projectFolder, 'dist/cli.js'), ...args];
    const child = execFile(
      process.execPath,
      program,
      { env: { ...process.env, ...env } },
      (_, stdout, stderr) => {
        console.log(
          [stdout, stderr]
            .filter((text) => text !== '')
            .join('')
            .trimEnd(),
        );
        if (child.exitCode === expected) resolve(stdout);
        else reject(new Error(`oneroster ${args[0]} ended with ${child.exitCode}, not ${expected}`));
      },
    );
  });
}

/**
 * @param {boolean} holds
 * @param {string} what
 */
function expect(holds, what) {
  if (!holds) throw new Error(`Not as it should be: ${what}.`);
}

/** @param {string} path */
async function sha256(path) {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
