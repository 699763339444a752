/**
 * The order in which loose files get their names: the manifest last, because a consumer that sees it takes the others to be
 * there.
 */
export function inLooseOrder<T extends { readonly name: string }>(files: readonly T[]): readonly T[] {
  const isManifest = ({ name }: T) => name.toLowerCase() === 'manifest.csv';
  return [...files.filter((file) => !isManifest(file)), ...files.filter(isManifest)];
}
