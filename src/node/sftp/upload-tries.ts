import { randomBytes } from 'node:crypto';

/** What the tries of one upload have in common, so that a later one can clear away what an earlier one left. */
export class UploadTries {
  /** Part of all names beside the files. */
  readonly token = newToken();
  /** By path, whether there was a file before the first try. */
  readonly existed = new Map<string, boolean>();
  /** By path, where its previous file was about to be moved aside, the last place last. */
  readonly aside = new Map<string, readonly string[]>();

  /** Whether a file may be away from its place: then the upload has to go on until it is back. */
  get areHalfWay(): boolean {
    return this.aside.size > 0;
  }

  noteMoveAside(path: string, backup: string): void {
    this.aside.set(path, [...(this.aside.get(path) ?? []), backup]);
  }
}

/** Letters and digits that no other upload uses. */
export function newToken(): string {
  return randomBytes(6).toString('hex');
}
