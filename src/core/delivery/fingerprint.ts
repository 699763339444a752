/** A host key's fingerprint as OpenSSH prints it: `SHA256:` and the digest in base64 without padding. */
export function formatFingerprint(sha256: Uint8Array): string {
  return `SHA256:${base64WithoutPadding(sha256)}`;
}

/**
 * Finds the fingerprint in what a person pasted: the bare fingerprint, with padding, without its prefix, or a whole line as
 * `ssh-keygen -l` prints it. Undefined where there is none, as with the older MD5 form.
 */
export function parseFingerprint(text: string): string | undefined {
  const prefixed = /(?:^|\s)SHA256:([A-Za-z0-9+/]{43})(?![A-Za-z0-9+/])/.exec(text);
  const bare = /^\s*([A-Za-z0-9+/]{43})=?\s*$/.exec(text);
  const digest = prefixed?.[1] ?? bare?.[1];
  return digest === undefined ? undefined : `SHA256:${digest}`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64WithoutPadding(bytes: Uint8Array): string {
  let text = '';
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = ((pending << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += alphabet.charAt((pending >> bits) & 63);
    }
  }
  return bits === 0 ? text : text + alphabet.charAt((pending << (6 - bits)) & 63);
}
