import { createHmac, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { checkBaseline, formatBaseline, type Baseline } from '../core/config/baseline';
import { RosterError } from '../core/errors';
import { phrase, sentence, sentenceOf, type Sentence } from '../core/text/say';
import { systemCode, unwritableFile } from './file-failure';
import { readIfPresent } from './read-if-present';

/** Reads a baseline; undefined where the file is not there. Throws `configuration` where it is there and cannot be used. */
export async function loadBaseline(path: string): Promise<Baseline | undefined> {
  const text = await readIfPresent(path, (reason, cause) =>
    unusable(path, sentence('It cannot be read: {reason}.', { reason }), cause),
  );
  if (text === undefined) return undefined;
  const checked = checkBaseline(parse(text, path));
  if ('baseline' in checked) return checked.baseline;
  throw unusable(path, checked.problem);
}

/** Writes a baseline. Throws `file-unwritable`. */
export async function saveBaseline(path: string, baseline: Baseline): Promise<void> {
  try {
    await writeFile(path, formatBaseline(baseline));
  } catch (error) {
    throw systemCode(error) === undefined ? error : unwritableFile(path, error);
  }
}

/** A new salt for a baseline. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

/**
 * Makes the fingerprints of a baseline. The salt keeps those of one baseline from being looked up in another; whoever has the
 * baseline and knows a record's id can still try values out, so a baseline is no place for secrets.
 */
export function fingerprintWith(salt: string): (identity: string) => string {
  return (identity) => createHmac('sha256', salt).update(identity).digest('hex').slice(0, 20);
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) throw unusable(path, phrase('It is not JSON.'), error);
    throw error;
  }
}

function unusable(path: string, problem: string | Sentence, cause?: unknown): RosterError {
  return new RosterError(
    'configuration',
    sentence('{path} is not a baseline. {problem}', { path, problem: sentenceOf(problem) }),
    phrase('Write it again with "oneroster validate --write-baseline FILE", or remove it.'),
    { cause },
  );
}
