import { loadInTurns } from '../turns';
import type { openMapping } from './open-mapping';

/** Loads what changing the configuration needs, on first use: above all the facts of the specification, which are large. */
export async function loadMapping(): Promise<typeof openMapping> {
  await loadInTurns([
    () => import('../../core/spec/specification'),
    () => import('../../core/rules/registry.generated'),
    () => import('../../node/load-config'),
  ]);
  const loaded = await import('./open-mapping');
  return loaded.openMapping;
}
