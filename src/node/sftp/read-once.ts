import type { Credential } from './credential';

/** The same credential for several logins, with its secret fetched for the first of them only. */
export function readOnce(credential: Credential): Credential {
  switch (credential.kind) {
    case 'agent':
      return credential;
    case 'password':
      return { kind: 'password', read: once(credential.read) };
    case 'key':
      return { kind: 'key', read: once(credential.read) };
  }
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}
