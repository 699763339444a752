import type { Target } from '../core/delivery/target';
import type { Credential } from '../node/sftp/credential';
import type { OpenSessionOptions } from '../node/sftp/open-sftp-session';
import type { CliContext } from './terminal';

/** How a session is opened from the command line: what known_hosts says counts, and nothing is asked. */
export async function openingOf(
  target: Target,
  credential: Credential,
  { home, signal }: CliContext,
): Promise<OpenSessionOptions> {
  const { readKnownHosts, usualKnownHostsFiles } = await import('../node/sftp/known-hosts');
  return { target, credential, knownHosts: await readKnownHosts(usualKnownHostsFiles(home)), signal };
}
