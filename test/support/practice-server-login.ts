// Who may enter the practice server, and a record of what was tried.
import { timingSafeEqual, createHash } from 'node:crypto';
import ssh2, {
  type AuthContext,
  type AuthenticationType,
  type ParsedKey,
  type PublicKeyAuthContext,
} from 'ssh2';

export type LoginMethod = 'password' | 'keyboard-interactive' | 'publickey';

export interface LoginRules {
  readonly user: string;
  readonly password: string;
  /** `password` where it is left out. */
  readonly methods?: readonly LoginMethod[];
  /** The public key that is let in, as a line of authorized_keys. */
  readonly authorizedKey?: string;
  /** The password is asked to be changed. */
  readonly isExpired?: boolean;
  /** Asks for this many hidden answers instead of one. */
  readonly prompts?: number;
}

/** Decides one request of a client. `record` hears of each method tried, `none` included. */
export function decideLogin(
  context: AuthContext,
  rules: LoginRules,
  record: (method: AuthenticationType) => void,
): void {
  const allowed = [...(rules.methods ?? (['password'] as const))];
  record(context.method);
  const refuse = () => context.reject(allowed);
  if (context.username !== rules.user || !allowed.some((method) => method === context.method)) {
    refuse();
    return;
  }
  switch (context.method) {
    case 'password':
      if (rules.isExpired === true) context.requestChange('Choose a new password', refuse);
      else if (isSame(context.password, rules.password)) context.accept();
      else refuse();
      return;
    case 'keyboard-interactive': {
      const prompts = Array.from({ length: rules.prompts ?? 1 }, () => ({
        prompt: 'Password: ',
        echo: false,
      }));
      context.prompt(prompts, ([answer]) => {
        if (isSame(answer ?? '', rules.password)) context.accept();
        else refuse();
      });
      return;
    }
    case 'publickey':
      if (isAuthorized(context, rules.authorizedKey)) context.accept();
      else refuse();
      return;
    case 'none':
    case 'hostbased':
      refuse();
  }
}

function isAuthorized(context: PublicKeyAuthContext, line: string | undefined): boolean {
  if (line === undefined) return false;
  const parsed: ParsedKey | Error = ssh2.utils.parseKey(line);
  if (parsed instanceof Error || !parsed.getPublicSSH().equals(context.key.data)) return false;
  // Without a signature the client only asks whether the key would do.
  if (context.signature === undefined || context.blob === undefined) return true;
  return parsed.verify(context.blob, context.signature, context.hashAlgo);
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
