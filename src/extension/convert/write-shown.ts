import { RosterError } from '../../core/errors';
import { writeConversion, type NewRosterAnswer, type WriteConversionParams } from '../../core/protocol';
import { askFolder } from '../input/ask-folder';
import { runSteps } from '../input/run-steps';
import { folderOf } from '../rosters/rosters';
import { showMade } from '../rosters/show-made';
import type { Services } from '../services';

/**
 * Asks for a folder and writes the conversion that is being looked at.
 * @throws RosterError; CancellationError where a person gives up
 */
export async function writeShown({ server, shown }: Services): Promise<void> {
  const { current } = shown;
  if (current === undefined) {
    throw new RosterError('usage', 'No converted roster is being looked at.', 'Convert one first.');
  }
  const { roster, answer } = current;
  const prompt = `The folder for ${roster.name} in OneRoster ${answer.to}. Nothing is overwritten.`;
  const folder = await runSteps(
    'Write Converted Roster',
    [{ ask: (value, place) => askFolder(place, prompt, value) }],
    `${folderOf(roster)}-${answer.to}`,
  );
  const params: WriteConversionParams = { id: answer.id, folder: folder.trim() };
  const made = await server.ask<NewRosterAnswer>(writeConversion, params);
  shown.forget();
  void showMade(`${roster.name} in OneRoster ${answer.to}`, made);
}
