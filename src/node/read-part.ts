import { open } from 'node:fs/promises';

/** Reads a stretch of a file as text; less where the file ends before. */
export async function readPart(path: string, start: number, end: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(end - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    return bytes.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
