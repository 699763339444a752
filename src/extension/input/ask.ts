import * as vscode from 'vscode';

/** Where a question stands among those asked one after another. */
export interface QuestionPlace {
  readonly title: string;
  /** From 1 on. */
  readonly step: number;
  readonly totalSteps: number;
}

interface Question extends QuestionPlace {
  readonly placeholder?: string;
}

export interface TextQuestion extends Question {
  readonly prompt: string;
  readonly value: string;
  /** Shows dots in the place of what is typed. */
  readonly isSecret?: boolean;
  /** What is wrong with a value, looked at when it is accepted; undefined where it will do. */
  readonly check?: (value: string) => Promise<string | undefined> | string | undefined;
  /** A button that fetches a value by other means; undefined where nothing was chosen. */
  readonly browse?: { readonly tooltip: string; readonly choose: () => Promise<string | undefined> };
}

export interface ChoiceItem<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export interface ChoiceQuestion<T> extends Question {
  readonly items: readonly ChoiceItem<T>[];
  readonly value: T | undefined;
}

export type Answer<T> = 'back' | { readonly value: T };

/** What follows from an answer; a way back stays one. */
export function mapAnswer<T, U>(answer: Answer<T>, map: (value: T) => U): Answer<U> {
  return answer === 'back' ? 'back' : { value: map(answer.value) };
}

/** Asks for a line of text. Throws `CancellationError` where a person gives up. */
export function askText(question: TextQuestion): Promise<Answer<string>> {
  const box = vscode.window.createInputBox();
  const browse: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('folder-opened'),
    tooltip: question.browse?.tooltip ?? '',
  };
  box.prompt = question.prompt;
  box.value = question.value;
  box.password = question.isSecret ?? false;
  const buttons = question.browse === undefined ? [] : [browse];
  const accept = async (): Promise<Answer<string> | undefined> => {
    const { value } = box;
    box.busy = true;
    const problem = await question.check?.(value);
    box.busy = false;
    if (problem === undefined) return { value };
    // Typed on meanwhile: what was found is not about this text any more.
    if (box.value === value) box.validationMessage = problem;
    return undefined;
  };
  const onButton = async (button: vscode.QuickInputButton) => {
    if (button !== browse) return;
    const chosen = await question.browse?.choose();
    box.show();
    if (chosen !== undefined) box.value = chosen;
  };
  const forgetProblem = box.onDidChangeValue(() => {
    box.validationMessage = undefined;
  });
  return ask(box, question, { buttons, accept, onButton }).finally(() => {
    forgetProblem.dispose();
  });
}

/** Asks to choose one of a few. Throws `CancellationError` where a person gives up. */
export function askChoice<T>(question: ChoiceQuestion<T>): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<ChoiceItem<T>>();
  pick.items = question.items;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.activeItems = question.items.filter(({ value }) => value === question.value);
  const accept = () => {
    const [chosen] = pick.activeItems;
    return Promise.resolve(chosen === undefined ? undefined : { value: chosen.value });
  };
  return ask(pick, question, { buttons: [], accept });
}

interface Reactions<T> {
  readonly buttons: readonly vscode.QuickInputButton[];
  /** The answer, or undefined where there is none yet. */
  readonly accept: () => Promise<Answer<T> | undefined>;
  readonly onButton?: (button: vscode.QuickInputButton) => Promise<void>;
}

type Box = vscode.QuickInput &
  Pick<vscode.InputBox, 'placeholder' | 'buttons' | 'onDidAccept' | 'onDidTriggerButton'>;

async function ask<T>(box: Box, question: Question, reactions: Reactions<T>): Promise<Answer<T>> {
  const { title, step, totalSteps, placeholder } = question;
  box.title = title;
  box.step = step;
  box.totalSteps = totalSteps;
  box.placeholder = placeholder;
  box.ignoreFocusOut = true;
  box.buttons = [...(step > 1 ? [vscode.QuickInputButtons.Back] : []), ...reactions.buttons];
  const listeners: vscode.Disposable[] = [];
  try {
    return await new Promise<Answer<T>>((resolve, reject) => {
      listeners.push(...listen(box, reactions, resolve, reject));
      box.show();
    });
  } finally {
    for (const listener of listeners) listener.dispose();
    box.dispose();
  }
}

function listen<T>(
  box: Box,
  { accept, onButton }: Reactions<T>,
  resolve: (answer: Answer<T>) => void,
  reject: (error: unknown) => void,
): readonly vscode.Disposable[] {
  // A dialog that a button opens hides the box without ending it.
  let isAway = false;
  const onAccept = async () => {
    const answer = await accept();
    if (answer !== undefined) resolve(answer);
  };
  const onTrigger = async (button: vscode.QuickInputButton) => {
    if (button === vscode.QuickInputButtons.Back) {
      resolve('back');
      return;
    }
    isAway = true;
    await onButton?.(button).finally(() => (isAway = false));
  };
  return [
    box.onDidAccept(() => void onAccept().catch(reject)),
    box.onDidTriggerButton((button) => void onTrigger(button).catch(reject)),
    box.onDidHide(() => {
      if (!isAway) reject(new vscode.CancellationError());
    }),
  ];
}
