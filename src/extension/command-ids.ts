/** Every command, as package.json contributes it. */
export const commandIds = [
  'oneroster.connect',
  'oneroster.previewImport',
  'oneroster.rosterReport',
  'oneroster.package',
  'oneroster.packageAndUpload',
  'oneroster.newRoster',
  'oneroster.convert',
  'oneroster.writeConverted',
  'oneroster.fixProblems',
  'oneroster.schedule',
  'oneroster.compare',
  'oneroster.showRemoteFolder',
  'oneroster.checkAgain',
  'oneroster.showProblems',
  'oneroster.openTablePreview',
  'oneroster.goToRecord',
  'oneroster.alignColumns',
  'oneroster.selectColumn',
  'oneroster.insertColumn',
  'oneroster.moveColumn',
  'oneroster.sortByColumn',
  'oneroster.showLog',
  'oneroster.forgetPassword',
] as const;

export type CommandId = (typeof commandIds)[number];
