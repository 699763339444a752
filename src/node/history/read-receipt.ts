import { readFile } from 'node:fs/promises';
import type { Receipt } from '../../core/delivery/receipt';
import { systemCode, unreadableFile } from '../file-failure';

/**
 * Reads a receipt; undefined where the file is none, be it that it was cut short or is another program's.
 * @throws RosterError `file-unreadable`
 */
export async function readReceipt(path: string): Promise<Receipt | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw systemCode(error) === undefined ? error : unreadableFile(path, error);
  }
  return parseReceipt(text);
}

function parseReceipt(text: string): Receipt | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isReceipt(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether a value has what others rely on. It was written by this program, so the rest is as it says. */
function isReceipt(value: unknown): value is Receipt {
  if (!isRecord(value)) return false;
  const { time, package: zip, target, files } = value;
  return (
    typeof time === 'string' &&
    !Number.isNaN(Date.parse(time)) &&
    isRecord(zip) &&
    typeof zip['sha256'] === 'string' &&
    typeof zip['name'] === 'string' &&
    isRecord(target) &&
    typeof target['host'] === 'string' &&
    Array.isArray(files)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
