import type { Decode } from '../core/fixes/engine/file-draft';
import type { Encoding } from '../core/fixes/engine/roster-change';

const labels: Readonly<Record<Encoding, string>> = {
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  'Windows-1252': 'windows-1252',
  'Shift-JIS': 'shift_jis',
};

/** Reads bytes in an encoding, a byte order mark left out. */
export const decodeText: Decode = (bytes, encoding) => new TextDecoder(labels[encoding]).decode(bytes);
