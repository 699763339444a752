import { homedir } from 'node:os';
import { resolve } from 'node:path';

/** A path that may begin with `~/`, for programs that are started without a shell. What is no such path stays as it is. */
export function atHome(argument: string): string {
  return argument.startsWith('~/') ? resolve(homedir(), argument.slice(2)) : argument;
}
