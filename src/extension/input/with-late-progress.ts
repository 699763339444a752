import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';

/** Work that is over sooner, in milliseconds, shows no progress: it would only flicker. */
const patience = 600;

/** Does work that may take long: then, and only then, it shows how far it is, with a way to cancel. */
export async function withLateProgress<T>(
  title: string,
  work: (report: (message: string) => void, cancellation: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const source = new vscode.CancellationTokenSource();
  let report: (message: string) => void = () => undefined;
  const working = work((message) => report(message), source.token);
  const isOver = working.then(
    () => true,
    () => true,
  );
  try {
    if (await Promise.race([isOver, delay(patience, false)])) return await working;
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    return await vscode.window.withProgress(options, (progress, cancellation) => {
      cancellation.onCancellationRequested(() => source.cancel());
      report = (message) => progress.report({ message });
      return working;
    });
  } finally {
    source.dispose();
  }
}
