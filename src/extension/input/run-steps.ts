import type { Answer, QuestionPlace } from './ask';

/** One question of several, about a form that the answers fill. */
export interface Step<Form> {
  /** Whether the form as it is needs this question; yes where it is left out. */
  readonly applies?: (form: Form) => boolean;
  /** Asks, and gives the form with the answer in it. */
  readonly ask: (form: Form, place: QuestionPlace) => Promise<Answer<Form>>;
}

/** Asks the questions in order, with a way back to each. Throws `CancellationError` where a person gives up. */
export async function runSteps<Form>(
  title: string,
  steps: readonly Step<Form>[],
  start: Form,
): Promise<Form> {
  let form = start;
  let at = 0;
  for (;;) {
    const shown = steps.filter(({ applies }) => applies?.(form) ?? true);
    const step = shown[at];
    if (step === undefined) return form;
    const answer = await step.ask(form, { title, step: at + 1, totalSteps: shown.length });
    if (answer === 'back') {
      at = Math.max(at - 1, 0);
    } else {
      form = answer.value;
      at++;
    }
  }
}
