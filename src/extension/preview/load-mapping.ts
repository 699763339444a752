import { loadInTurns } from '../turns';

/** Loads what changing the configuration needs, on first use: above all the facts of the specification, which are large. */
export async function loadMapping(): Promise<typeof import('./open-mapping')> {
  await loadInTurns([
    () => import('../../core/spec/specification'),
    () => import('../../core/rules/registry.generated'),
    () => import('../../node/load-config'),
  ]);
  return import('./open-mapping');
}
