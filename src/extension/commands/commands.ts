import type { CommandId } from '../command-ids';
import type { Command } from '../services';
import { checkAgain } from './check-again';
import { compareRosters } from './compare';
import { connectToServer } from './connect';
import { fixProblems } from './fix-problems';
import { forgetPassword } from './forget-password';
import { packageRoster } from './package';
import { packageAndUpload } from './package-and-upload';
import { schedule } from './schedule';
import { showLog } from './show-log';
import { showProblems } from './show-problems';

/** What each command does. */
export const commands: Readonly<Record<CommandId, Command>> = {
  'oneroster.connect': connectToServer,
  'oneroster.package': packageRoster,
  'oneroster.packageAndUpload': packageAndUpload,
  'oneroster.fixProblems': fixProblems,
  'oneroster.schedule': schedule,
  'oneroster.compare': compareRosters,
  'oneroster.checkAgain': checkAgain,
  'oneroster.showProblems': showProblems,
  'oneroster.showLog': showLog,
  'oneroster.forgetPassword': forgetPassword,
};
