// Zips byte by byte, for the kinds that no library makes.
import { constants, deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src/node/zip/crc32';

export interface HandmadeEntry {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  /** 8, deflate, where it is left out. */
  readonly method?: number;
  /** Packed bytes instead of those that would come of `data`. */
  readonly packed?: Uint8Array;
  /** The sizes stand behind the data, and 0 in the local header. */
  readonly dataDescriptor?: boolean;
  readonly encrypted?: boolean;
  readonly saysUtf8?: boolean;
  /** What the zip states, where that is not the truth. */
  readonly statedSize?: number;
  readonly statedCrc?: number;
  /** Sizes and place stand in a zip64 extra field. */
  readonly zip64?: boolean;
}

export function handmadeZip(entries: readonly HandmadeEntry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const made = makeEntry(entry, offset);
    locals.push(made.local);
    centrals.push(made.central);
    offset += made.local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment, 'latin1')]);
}

/** Deflated zeros that unpack to `megabytes`, without anybody having to pack that many. */
export function deflatedZeros(megabytes: number): Buffer {
  const one = deflateRawSync(Buffer.alloc(1024 ** 2), { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const last = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([...Array.from({ length: megabytes }, () => one), last]);
}

function makeEntry(entry: HandmadeEntry, offset: number): { local: Buffer; central: Buffer } {
  const data = Buffer.from(entry.data ?? '');
  const method = entry.method ?? 8;
  const packed = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(data) : data));
  const name = Buffer.from(entry.name);
  const fields = {
    flags: (entry.encrypted ? 1 : 0) | (entry.dataDescriptor ? 8 : 0) | (entry.saysUtf8 ? 0x0800 : 0),
    method,
    crc: entry.statedCrc ?? crc32(data),
    packed: packed.length,
    unpacked: entry.statedSize ?? data.length,
  };
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  writeCommon(local, 6, entry.dataDescriptor ? { ...fields, crc: 0, packed: 0, unpacked: 0 } : fields);
  local.writeUInt16LE(name.length, 26);
  const descriptor = Buffer.alloc(entry.dataDescriptor ? 16 : 0);
  if (entry.dataDescriptor) {
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(fields.crc, 4);
    descriptor.writeUInt32LE(fields.packed, 8);
    descriptor.writeUInt32LE(fields.unpacked, 12);
  }
  const extra = entry.zip64 ? zip64Extra(fields.unpacked, fields.packed, offset) : Buffer.alloc(0);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  writeCommon(central, 8, entry.zip64 ? { ...fields, packed: 0xffff_ffff, unpacked: 0xffff_ffff } : fields);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt16LE(extra.length, 30);
  central.writeUInt32LE(entry.zip64 ? 0xffff_ffff : offset, 42);
  return {
    local: Buffer.concat([local, name, packed, descriptor]),
    central: Buffer.concat([central, name, extra]),
  };
}

interface CommonFields {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
}

function writeCommon(
  header: Buffer,
  at: number,
  { flags, method, crc, packed, unpacked }: CommonFields,
): void {
  header.writeUInt16LE(flags, at);
  header.writeUInt16LE(method, at + 2);
  header.writeUInt32LE(crc, at + 8);
  header.writeUInt32LE(packed, at + 12);
  header.writeUInt32LE(unpacked, at + 16);
}

function zip64Extra(unpacked: number, packed: number, offset: number): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(unpacked), 4);
  extra.writeBigUInt64LE(BigInt(packed), 12);
  extra.writeBigUInt64LE(BigInt(offset), 20);
  return extra;
}
