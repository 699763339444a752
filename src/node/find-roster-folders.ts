import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readHeader } from '../core/model/header';
import { scanCsv } from '../core/csv/scan-csv';
import { looksLikeRoster } from '../core/spec/looks-like-roster';

const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', '.svn', '.hg', '__MACOSX']);
const headerBytes = 16_384;

/** Whether the CSV files directly inside a folder are a roster. Only their first bytes are read. */
export async function isRosterFolder(folder: string): Promise<boolean> {
  const { files } = await list(folder);
  return haveRosterHeaders(folder, files);
}

/**
 * Finds the folders below `root`, itself included, that hold a roster; those of version control and `node_modules` are
 * passed over. A folder that cannot be listed is taken as empty: whoever cannot read it cannot keep rosters in it.
 */
export async function findRosterFolders(root: string, signal?: AbortSignal): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (signal?.aborted === true) return [];
    const { files, folders } = await list(folder);
    if (await haveRosterHeaders(folder, files)) found.push(folder);
    for (const name of folders) if (!skippedFolders.has(name)) waiting.push(join(folder, name));
  }
  return found.sort();
}

interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

async function list(folder: string): Promise<Listing> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return {
      files: entries
        .filter((entry) => !entry.isDirectory() && entry.name.toLowerCase().endsWith('.csv'))
        .map((entry) => entry.name),
      folders: entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name),
    };
  } catch {
    return { files: [], folders: [] };
  }
}

async function haveRosterHeaders(folder: string, files: readonly string[]): Promise<boolean> {
  if (files.length === 0) return false;
  const headers = new Map<string, readonly string[]>();
  for (const file of files) headers.set(file, await headerOf(join(folder, file)));
  return looksLikeRoster(headers);
}

/** A file's header, none where it cannot be read: its name may still tell. */
async function headerOf(path: string): Promise<readonly string[]> {
  try {
    const file = await open(path);
    try {
      const buffer = new Uint8Array(headerBytes);
      const { bytesRead } = await file.read(buffer, 0, headerBytes, 0);
      return readHeader(scanCsv(buffer.subarray(0, bytesRead)));
    } finally {
      await file.close();
    }
  } catch {
    return [];
  }
}
