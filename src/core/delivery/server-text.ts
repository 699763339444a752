const longestQuote = 200;

/**
 * What a server or a library said, fit to be shown: on one line, not too long, and without the secrets, since a server may
 * repeat what it was sent.
 */
export function quotable(text: string, secrets: readonly string[] = []): string {
  const clean = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '…'), text)
    // eslint-disable-next-line no-control-regex -- Control characters are what is taken out.
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+/g, ' ')
    .trim();
  return clean.length <= longestQuote ? clean : `${clean.slice(0, longestQuote)}…`;
}
