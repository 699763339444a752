import * as vscode from 'vscode';

/** Opens the peek at who names the record whose id stands at a place: what a click on "used by … records" does. */
export async function showUsesAt(uriText: unknown, line: unknown, character: unknown): Promise<void> {
  if (typeof uriText !== 'string' || typeof line !== 'number' || typeof character !== 'number') return;
  const uri = vscode.Uri.parse(uriText);
  const position = new vscode.Position(line, character);
  const places = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    uri,
    position,
  );
  const uses = places.filter(
    (place) => place.uri.toString() !== uri.toString() || !place.range.contains(position),
  );
  await vscode.commands.executeCommand('editor.action.showReferences', uri, position, uses);
}
