import { configParts } from '../load-config';
import { loadInTurns } from '../turns';
import type { openMapping } from './open-mapping';

/** Loads what changing the configuration needs, on first use. */
export async function loadMapping(): Promise<typeof openMapping> {
  await loadInTurns(configParts);
  const loaded = await import('./open-mapping');
  return loaded.openMapping;
}
