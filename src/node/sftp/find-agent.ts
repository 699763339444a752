import { readdirSync } from 'node:fs';
import { userInfo } from 'node:os';

/** Where Windows lists the pipes that programs listen at. */
const pipeFolder = '\\\\.\\pipe\\';

/** Where the agent of this computer is, if it has one: where it was told to be, or on Windows where agents are. */
export function findAgent(socket: string | undefined): string | undefined {
  const found = socket ?? process.env['SSH_AUTH_SOCK'];
  if (found !== undefined && found !== '') return found;
  if (process.platform !== 'win32') return undefined;
  const pipe = chooseAgentPipe(readdirSync(pipeFolder), userInfo().username);
  return pipe === undefined ? undefined : `${pipeFolder}${pipe}`;
}

/** Pageant's pipe, which has the user's name in it, or that of the agent that comes with Windows. */
export function chooseAgentPipe(names: readonly string[], user: string): string | undefined {
  const pageant = `pageant.${user}.`.toLowerCase();
  return (
    names.find((name) => name.toLowerCase().startsWith(pageant)) ??
    names.find((name) => name.toLowerCase() === 'openssh-ssh-agent')
  );
}
