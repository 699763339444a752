import type { CommandId } from '../command-ids';
import type { Command } from '../services';
import { checkAgain } from './check-again';
import { compareRosters } from './compare';
import { connectToServer } from './connect';
import { convertRoster } from './convert';
import { deliveryHistory } from './delivery-history';
import { fixProblems } from './fix-problems';
import { forgetPassword } from './forget-password';
import { disableJob, enableJob, nightlyJobs, removeJob, runJob, showJob, showJobLog } from './jobs';
import { newRoster } from './new-roster';
import { packageRoster } from './package';
import { packageAndUpload } from './package-and-upload';
import { previewImport } from './preview-import';
import {
  copySourcedId,
  findReferences,
  openEnrollment,
  openFile,
  openRecord,
  renameSourcedId,
} from './records';
import { reviewChanges } from './review';
import { rosterReport } from './roster-report';
import { schedule } from './schedule';
import { showLog } from './show-log';
import { showProblems } from './show-problems';
import { writeConverted } from './write-converted';
import { showRemote } from './show-remote-folder';
import {
  alignColumns,
  goToRecord,
  insertColumn,
  moveColumn,
  openTablePreview,
  selectColumn,
  sortByColumn,
} from './tables';
import { connectPractice, mendSample, openSample } from './tour';

/** What each command does. */
export const commands: Readonly<Record<CommandId, Command>> = {
  'oneroster.openSample': openSample,
  'oneroster.mendSample': mendSample,
  'oneroster.connectPractice': connectPractice,
  'oneroster.connect': connectToServer,
  'oneroster.previewImport': previewImport,
  'oneroster.rosterReport': rosterReport,
  'oneroster.package': packageRoster,
  'oneroster.packageAndUpload': packageAndUpload,
  'oneroster.newRoster': newRoster,
  'oneroster.convert': convertRoster,
  'oneroster.writeConverted': writeConverted,
  'oneroster.fixProblems': fixProblems,
  'oneroster.schedule': schedule,
  'oneroster.jobs': nightlyJobs,
  'oneroster.runJob': runJob,
  'oneroster.showJobLog': showJobLog,
  'oneroster.showJob': showJob,
  'oneroster.disableJob': disableJob,
  'oneroster.enableJob': enableJob,
  'oneroster.removeJob': removeJob,
  'oneroster.compare': compareRosters,
  'oneroster.review': reviewChanges,
  'oneroster.history': deliveryHistory,
  'oneroster.showRemoteFolder': showRemote,
  'oneroster.checkAgain': checkAgain,
  'oneroster.showProblems': showProblems,
  'oneroster.openTablePreview': openTablePreview,
  'oneroster.goToRecord': goToRecord,
  'oneroster.alignColumns': alignColumns,
  'oneroster.selectColumn': selectColumn,
  'oneroster.insertColumn': insertColumn,
  'oneroster.moveColumn': moveColumn,
  'oneroster.sortByColumn': sortByColumn,
  'oneroster.openFile': openFile,
  'oneroster.openRecord': openRecord,
  'oneroster.openEnrollment': openEnrollment,
  'oneroster.findReferences': findReferences,
  'oneroster.copySourcedId': copySourcedId,
  'oneroster.renameSourcedId': renameSourcedId,
  'oneroster.showLog': showLog,
  'oneroster.forgetPassword': forgetPassword,
};
