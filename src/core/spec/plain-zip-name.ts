/**
 * A package's name with nothing but letters and digits before its `.zip`, for consumers that take no other. Empty before the
 * ending where the name has none of them.
 */
export function plainZipName(name: string): string {
  return `${name.replace(/\.zip$/i, '').replace(/[^A-Za-z0-9]/g, '')}.zip`;
}
