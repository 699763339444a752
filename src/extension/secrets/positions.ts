import * as vscode from 'vscode';

/** Where the lines of a text begin. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

export function positionAt(starts: readonly number[], offset: number): vscode.Position {
  let line = 0;
  while ((starts[line + 1] ?? Infinity) <= offset) line++;
  return new vscode.Position(line, offset - (starts[line] ?? 0));
}
