/** Every command, as package.json contributes it. */
export const commandIds = [
  'oneroster.connect',
  'oneroster.package',
  'oneroster.packageAndUpload',
  'oneroster.fixProblems',
  'oneroster.schedule',
  'oneroster.compare',
  'oneroster.checkAgain',
  'oneroster.showProblems',
  'oneroster.showLog',
  'oneroster.forgetPassword',
] as const;

export type CommandId = (typeof commandIds)[number];
