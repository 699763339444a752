import * as vscode from 'vscode';
import { parseFingerprint } from '../../core/delivery/fingerprint';
import { authoritiesUnused } from '../../core/delivery/login-errors';
import type { RosterError } from '../../core/errors';
import { spoken } from '../../core/text/say';
import type { HostKeyQuestion } from '../../node/sftp/check-host-key';
import { say } from '../say';

/** Shows a host key that was never seen before, and asks whether it is the right one. */
export async function askHostKey({
  host,
  port,
  keyType,
  fingerprint,
  authorities,
}: HostKeyQuestion): Promise<boolean> {
  const trust = say('Trust and Continue');
  const detail = [
    say('Host: {host}', { host }),
    say('Port: {port}', { port: String(port) }),
    say('Key type: {keyType}', { keyType }),
    say('Fingerprint: {fingerprint}', { fingerprint }),
    '',
    `${authoritiesUnused(authorities, say)}${say(
      'Compare the fingerprint with the one that the people who run the server publish or tell you. Nothing has been sent yet. Once trusted, any other key is refused.',
    )}`,
  ].join('\n');
  const chosen = await vscode.window.showWarningMessage(
    say('Is this the right server? {host} is not known yet.', { host }),
    { modal: true, detail },
    trust,
  );
  return chosen === trust;
}

/**
 * Says that a server shows another host key than the pinned one, and lets a person who knows the new one type it. There is
 * deliberately no button that just accepts it: in an attack, that is the button the attacker waits for.
 * @returns the fingerprint to pin from now on, or undefined to leave everything as it is
 */
export async function askChangedHostKey({
  sentences: { message, remedy },
}: RosterError): Promise<string | undefined> {
  const trust = say('Trust New Key…');
  const chosen = await vscode.window.showErrorMessage(
    say('The host key of the server has changed.'),
    { modal: true, detail: `${spoken(message, say)}\n\n${spoken(remedy, say)}` },
    trust,
  );
  if (chosen !== trust) return undefined;
  const typed = await vscode.window.showInputBox({
    title: say('Trust New Host Key'),
    prompt: say('The new fingerprint, as the people who run the server told you by phone or in person'),
    placeHolder: 'SHA256:…',
    ignoreFocusOut: true,
    validateInput: (text) =>
      parseFingerprint(text) === undefined ? say('A fingerprint is "SHA256:" and 43 letters.') : undefined,
  });
  return typed === undefined ? undefined : parseFingerprint(typed);
}
