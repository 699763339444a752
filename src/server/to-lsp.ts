import { DiagnosticSeverity, type Diagnostic, type Range } from 'vscode-languageserver/node';
import type { Severity } from '../core/spec/types';
import type { LineIndex } from '../core/text/line-index';
import type { LocatedProblem, Span } from '../core/validate-roster';
import type { Say } from '../core/text/say';
import { messageOfAll } from '../core/rules/engine/message-of-all';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** A span as the protocol counts, from 0. */
export function toRange({ line, column, endLine, endColumn }: Span): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}

export function rangeOfBytes(lines: LineIndex, start: number, end: number): Range {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return toRange({ line: from.line, column: from.column, endLine: to.line, endColumn: to.column });
}

/** A problem as the editor shows it. `uriOfFile` says where a file of the roster is. */
export function toDiagnostic(
  problem: LocatedProblem,
  uriOfFile: (file: string) => string,
  say: Say,
): Diagnostic {
  return {
    range: toRange(problem),
    severity: severities[problem.severity],
    code: problem.rule,
    source: 'OneRoster',
    message: messageOfAll(problem.message, problem.count, say),
    relatedInformation: problem.related.map((related) => ({
      location: { uri: uriOfFile(related.file), range: toRange(related) },
      message: related.message,
    })),
  };
}
