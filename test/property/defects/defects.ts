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
