import type { Rule } from '../../../src/core/rules/engine/define-rule';
import { rules } from '../../../src/core/rules/registry.generated';
import { versions } from '../../../src/core/spec/specification';
import type { OneRosterVersion } from '../../../src/core/spec/types';
import { bytesDefects } from './bytes';
import { classDefects } from './classes';
import { csvDefects } from './csv';
import type { Defect } from './defect';
import { headerDefects } from './headers';
import { keyDefects } from './keys';
import { manifestDefects } from './manifest';
import { packageDefects } from './package';
import { referenceDefects } from './references';
import { senseDefects } from './sense';
import { spreadsheetDefects } from './spreadsheet';
import { typeDefects } from './types';
import { valueDefects } from './values';

/** Every kind of defect that is planted. */
export const defects: readonly Defect[] = [
  ...packageDefects,
  ...manifestDefects,
  ...bytesDefects,
  ...csvDefects,
  ...headerDefects,
  ...valueDefects,
  ...typeDefects,
  ...keyDefects,
  ...referenceDefects,
  ...senseDefects,
  ...classDefects,
  ...spreadsheetDefects,
];

/** Whether a defect can be one of a roster of that version. */
export function appliesTo({ rule, versions: own }: Defect, version: OneRosterVersion): boolean {
  const found: Rule | undefined = rules.find(({ id }) => id === rule);
  if (found === undefined) throw new Error(`there is no rule ${rule}`);
  return (found.versions ?? versions).includes(version) && (own ?? versions).includes(version);
}
