// The sample district's generator of chance: a seed of fast-check gives the same roster everywhere.
export { createRandom } from '../../scripts/sample-district/random.mjs';
export type { Random } from '../../scripts/sample-district/random.mjs';
