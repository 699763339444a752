import { configParts } from './load-config';
import { loadInTurns } from './turns';

/** Loads what connecting and delivering need, on first use: above all the SSH library, which is large. */
export function loadDelivery(): Promise<void> {
  return loadInTurns([
    ...configParts,
    () => import('asn1'),
    () => import('bcrypt-pbkdf'),
    () => import('ssh2/lib/protocol/constants.js'),
    () => import('ssh2/lib/protocol/crypto.js'),
    () => import('ssh2/lib/protocol/keyParser.js'),
    () => import('ssh2/lib/protocol/Protocol.js'),
    () => import('ssh2/lib/client.js'),
    () => import('ssh2-sftp-client'),
  ]);
}
