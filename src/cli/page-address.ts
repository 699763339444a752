import manifest from '../../package.json';

/** Where a page of the documentation can be read: on the web once the package names its home, else its path in the repository. */
export function pageAddress(path: string): string {
  if (!('homepage' in manifest) || typeof manifest.homepage !== 'string') return path;
  const [home = ''] = manifest.homepage.split('#');
  return `${home.replace(/\/$/, '')}/blob/main/${path}`;
}
