/** What a name beside the package is for: the upload under way, the package it replaces, or a trial of the folder. */
export type RemoteNameUse = 'part' | 'previous' | 'probe';

/**
 * A name that nobody else uses, for a file beside the package: `.OneRoster.zip.<token>.part`. The leading dot keeps it out
 * of most listings, the ending keeps it from being taken for a package.
 * @param token random letters and digits; the caller makes them, because this layer has no chance of its own
 */
export function besideName(fileName: string, token: string, use: RemoteNameUse): string {
  return `.${fileName}.${token}.${use}`;
}

/** The path of a file in a remote folder. `.`, the folder of the login, gives the bare name. */
export function joinRemotePath(folder: string, fileName: string): string {
  const trimmed = folder.replace(/\/+$/, '');
  if (trimmed === '') return folder === '' ? fileName : `/${fileName}`;
  return trimmed === '.' ? fileName : `${trimmed}/${fileName}`;
}

/** The folder and the name of a remote file, as `joinRemotePath` put them together. */
export function splitRemotePath(path: string): readonly [folder: string, name: string] {
  const slash = path.lastIndexOf('/');
  return [slash < 0 ? '.' : slash === 0 ? '/' : path.slice(0, slash), path.slice(slash + 1)];
}
