// The extension shares its thread with the editor's other extensions. Whatever takes long is done a piece at a time.

/** Lets the others have their turn before more of ours is done. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Loads the parts of something large, each in a turn of its own; those that others need come first. */
export async function loadInTurns(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const load of parts) {
    await nextTurn();
    await load();
  }
  await nextTurn();
}
