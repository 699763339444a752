import { dirname, join, relative, sep } from 'node:path';
import type { FoundSecret } from '../../core/delivery/find-secrets';
import { secretMessage, secretRule } from '../../core/delivery/secret-problem';
import type { LocatedProblem } from '../../core/validate-roster';
import { findTrackedSecrets, type FileWithSecrets } from '../../node/find-tracked-secrets';
import { placeInText } from '../place-in-text';
import type { RosterReport } from './roster-report';

/**
 * A report with a problem for each secret in the files that Git has in the roster's folder, and in the editor's settings beside its
 * configuration. The report never holds a secret.
 * @param folder the roster's
 */
export async function withSecrets(
  report: RosterReport,
  folder: string,
  configFile: string | undefined,
): Promise<RosterReport> {
  const files = new Map((await findTrackedSecrets(folder)).map((file) => [file.path, file]));
  const settings = configFile === undefined ? undefined : join(dirname(configFile), '.vscode');
  if (settings !== undefined) {
    for (const file of await findTrackedSecrets(settings)) files.set(file.path, file);
  }
  const secrets = [...files.values()].flatMap((file) => problemsIn(file, folder));
  if (secrets.length === 0) return report;
  const { problems, totals } = report;
  const { error, byRule } = totals;
  return {
    ...report,
    problems: [...problems, ...secrets],
    totals: {
      ...totals,
      error: error + secrets.length,
      byRule: { ...byRule, [secretRule]: secrets.length },
    },
  };
}

function problemsIn({ path, text, secrets }: FileWithSecrets, folder: string): readonly LocatedProblem[] {
  const file = relative(folder, path).replaceAll(sep, '/');
  return secrets.map((secret) => ({ file, ...spanOf(text, secret), ...sayingOf(secret) }));
}

function spanOf(text: string, { start, end }: FoundSecret) {
  const [first, last] = [placeInText(text, start), placeInText(text, end)];
  const bytes = (offset: number) => Buffer.byteLength(text.slice(0, offset));
  return {
    start: bytes(start),
    end: bytes(end),
    ...{ line: first.line, column: first.column, endLine: last.line, endColumn: last.column },
  };
}

function sayingOf({ kind }: FoundSecret) {
  const message = secretMessage(kind);
  return {
    ...{ rule: secretRule, severity: 'error' as const, messageId: kind, data: {}, message },
    ...{ count: 1, related: [] },
  };
}
