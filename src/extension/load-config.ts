/** What reading a roster's configuration needs: above all the facts of the specification, which are large. */
export const configParts: readonly (() => Promise<unknown>)[] = [
  () => import('../core/spec/specification'),
  () => import('../core/rules/registry.generated'),
  () => import('../node/load-config'),
];
