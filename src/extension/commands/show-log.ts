import type { Command } from '../services';

/** Opens the log of this extension. */
export const showLog: Command = ({ log }) => {
  log.show();
  return Promise.resolve();
};
