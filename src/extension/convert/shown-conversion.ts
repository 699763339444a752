import * as vscode from 'vscode';
import type { ConversionAnswer, RosterState } from '../../core/protocol';
import { say } from '../say';

/** A conversion that is being looked at, and is not written. */
export interface Shown {
  readonly roster: RosterState;
  readonly answer: ConversionAnswer;
}

/** Keeps the conversion that is being looked at, and shows in the status bar that it can be written. */
export class ShownConversion implements vscode.Disposable {
  #shown: Shown | undefined;
  #item: vscode.StatusBarItem | undefined;

  get current(): Shown | undefined {
    return this.#shown;
  }

  show(shown: Shown): void {
    this.#shown = shown;
    const item = this.#item ?? this.#createItem();
    item.text = `$(save-all) ${say('Write {roster} in OneRoster {to}', {
      roster: shown.roster.name.replaceAll('$(', '('),
      to: shown.answer.to,
    })}`;
    item.tooltip = say('Nothing is written yet. Choose a folder for the converted roster.');
    item.show();
    void vscode.commands.executeCommand('setContext', 'oneroster.hasConversion', true);
  }

  forget(): void {
    this.#shown = undefined;
    this.#item?.hide();
    void vscode.commands.executeCommand('setContext', 'oneroster.hasConversion', false);
  }

  dispose(): void {
    this.#item?.dispose();
  }

  #createItem(): vscode.StatusBarItem {
    const item = vscode.window.createStatusBarItem('oneroster.conversion', vscode.StatusBarAlignment.Left, 9);
    item.name = say('OneRoster Conversion');
    item.command = 'oneroster.writeConverted';
    item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.#item = item;
    return item;
  }
}
