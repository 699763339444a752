import * as vscode from 'vscode';

/** Waits for a condition, looking again whenever diagnostics have changed and a few times a second. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  patience = 20_000,
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await nextLook();
  }
}

async function nextLook(): Promise<void> {
  const disposables: { dispose(): unknown }[] = [];
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, 250);
    disposables.push(
      { dispose: () => clearTimeout(timer) },
      vscode.languages.onDidChangeDiagnostics(() => resolve()),
    );
  });
  for (const disposable of disposables) disposable.dispose();
}
