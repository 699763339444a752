// Something to find texts in, for texts.test.ts.
import { RosterError } from '../../../src/core/errors';
import { countedIn } from '../../../src/core/text/counted';
import { phrase, type Say } from '../../../src/core/text/say';

export function spoken(say: Say, isRight: boolean, name: string): readonly string[] {
  return [
    say(isRight ? 'Yes' : 'No'),
    countedIn(say, 2, 'record'),
    say(phrase('apart')),
    say(`Put together for ${name}`),
    say('{file} is gone.', { name }),
  ];
}

export function failed(path: string): RosterError {
  return new RosterError('file-unreadable', `${path} is gone.`, phrase('Start again.'));
}

export function refused(say: Say): RosterError {
  return new RosterError('usage', say('No'), '');
}
