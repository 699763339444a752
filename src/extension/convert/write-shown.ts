import { RosterError } from '../../core/errors';
import { phrase } from '../../core/text/say';
import { writeConversion, type NewRosterAnswer, type WriteConversionParams } from '../../core/protocol';
import { askFolder } from '../input/ask-folder';
import { runSteps } from '../input/run-steps';
import { folderOf } from '../rosters/rosters';
import { showMade } from '../rosters/show-made';
import type { Services } from '../services';
import { say } from '../say';

/**
 * Asks for a folder and writes the conversion that is being looked at.
 * @throws RosterError; CancellationError where a person gives up
 */
export async function writeShown({ server, shown }: Services): Promise<void> {
  const { current } = shown;
  if (current === undefined) {
    throw new RosterError(
      'usage',
      phrase('No converted roster is being looked at.'),
      phrase('Convert one first.'),
    );
  }
  const { roster, answer } = current;
  const prompt = say('The folder for {roster} in OneRoster {to}. Nothing is overwritten.', {
    roster: roster.name,
    to: answer.to,
  });
  const folder = await runSteps(
    say('Write Converted Roster'),
    [{ ask: (value, place) => askFolder(place, prompt, value) }],
    `${folderOf(roster)}-${answer.to}`,
  );
  const params: WriteConversionParams = { id: answer.id, folder: folder.trim() };
  const made = await server.ask<NewRosterAnswer>(writeConversion, params);
  shown.forget();
  void showMade(say('{roster} in OneRoster {to}', { roster: roster.name, to: answer.to }), made);
}
