import type { HostVerifier } from 'ssh2';
import type { Target } from '../../core/delivery/target';
import { checkHostKey, describeHostKey, type HostKeyPolicy, type ShownHostKey } from './check-host-key';
import type { KnownKeys } from './known-hosts';
import { sentence, type Sentence } from '../../core/text/say';

interface VerifierOptions {
  readonly target: Pick<Target, 'host' | 'port' | 'hostKey'>;
  readonly hostKey?: HostKeyPolicy;
  readonly known: KnownKeys | undefined;
  readonly log?: ((line: Sentence) => void) | undefined;
  readonly onHostKey: (key: ShownHostKey) => void;
  /** Called while a person may be asked, and when the key is accepted. */
  readonly pause: () => void;
  readonly proceed: () => void;
  readonly fail: (error: unknown) => void;
}

/** Servers exchange keys anew during long connections: the key once accepted stays the only one. */
export function createHostVerifier(options: VerifierOptions): HostVerifier {
  const { target, hostKey, known, log, onHostKey, pause, proceed, fail } = options;
  const server = { host: target.host, port: target.port };
  const pinned = hostKey?.pinned ?? target.hostKey;
  const policy: HostKeyPolicy = {
    ...hostKey,
    ...(pinned === undefined ? {} : { pinned }),
    ...(known === undefined ? {} : { known }),
  };
  let accepted: string | undefined;

  return (key, verify) => {
    const shown = describeHostKey(key);
    if (accepted !== undefined) {
      verify(accepted === shown.fingerprint);
      return;
    }
    onHostKey(shown);
    log?.(
      sentence('The server shows the host key {fingerprint} ({keyType}).', {
        fingerprint: shown.fingerprint,
        keyType: shown.keyType,
      }),
    );
    pause();
    checkHostKey(shown, policy, server).then(
      () => {
        accepted = shown.fingerprint;
        proceed();
        verify(true);
      },
      (error: unknown) => {
        fail(error);
        verify(false);
      },
    );
  };
}
