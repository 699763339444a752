// A folder on disk as the whole world of an SFTP client: `/` is the folder, and neither `..` nor a symbolic link leads out of it.
import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, posix, sep } from 'node:path';

/** What an SFTP server answers instead of a result. */
export class SftpRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The client's path as an absolute one below `/`. */
export function virtualPath(path: string): string {
  return posix.resolve('/', path);
}

/**
 * The place on disk of a client's path, which need not exist, but whose folder must. The last name is followed where it is a
 * symbolic link, unless `follow` is false.
 * @throws SftpRefusal (3, permission denied) for what lies outside
 */
export async function placeOnDisk(root: string, path: string, follow = true): Promise<string> {
  const realRoot = await realpath(root);
  const virtual = virtualPath(path);
  if (virtual === '/') return realRoot;
  const folder = await realpath(join(realRoot, dirname(virtual)));
  const place = join(folder, basename(virtual));
  demandInside(realRoot, folder);
  const isLink = await lstat(place).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
  if (!follow || !isLink) return place;
  const real = await realpath(place);
  demandInside(realRoot, real);
  return real;
}

function demandInside(root: string, place: string): void {
  if (place !== root && !place.startsWith(root + sep)) throw new SftpRefusal(3, 'Permission denied');
}
