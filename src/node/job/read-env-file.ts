import { stat } from 'node:fs/promises';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import { openToRead, systemCode, unreadableFile } from '../file-failure';

/** The rights of everybody but the owner. */
const others = 0o077;

/**
 * Reads variables from a file of `NAME=value` lines; empty lines and those that begin with `#` are passed over. Only names that begin
 * with `ONEROSTER_` are taken.
 * @throws RosterError `configuration` where others may read it or a line is no variable; what is in it is not said
 * @throws RosterError `file-unreadable`
 */
export async function readEnvFile(path: string): Promise<Readonly<Record<string, string>>> {
  await refuseOthers(path);
  const handle = await openToRead(path);
  const text = await handle.readFile('utf8').finally(() => handle.close());
  const variables: Record<string, string> = {};
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name, value = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) throw notAVariable(path, index + 1);
    if (name.startsWith('ONEROSTER_')) variables[name] = withoutQuotes(value);
  }
  return variables;
}

/** On Windows the rights of a file cannot be read off its mode. */
async function refuseOthers(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(path).catch((error: unknown) => {
    throw systemCode(error) === undefined ? error : unreadableFile(path, error);
  });
  if ((mode & others) === 0) return;
  throw new RosterError(
    'configuration',
    sentence('{path} holds a secret, and others on this computer may read it.', { path }),
    sentence(
      'Take their rights away with "chmod 600 {path}", and change the secret if others may have seen it.',
      { path },
    ),
  );
}

function notAVariable(path: string, line: number): RosterError {
  return new RosterError(
    'configuration',
    sentence('Line {line} of {path} is no variable.', { line: String(line), path }),
    phrase('Write each as NAME=value, on a line of its own.'),
  );
}

function withoutQuotes(value: string): string {
  const [, , inner] = /^(["'])(.*)\1$/.exec(value) ?? [];
  return inner ?? value;
}
