import manifest from '../../package.json';

/** What names this program in reports and receipts. */
export const tool = { name: manifest.name, version: manifest.version } as const;
