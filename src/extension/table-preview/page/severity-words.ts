import { say } from '../../../page/say';

/** How bad a problem is, in a word. */
export const severityWords = {
  error: say('Error'),
  warning: say('Warning'),
  information: say('Note'),
} as const;
