import { ask } from './bridge';

/** What the tests tell the runner outside the extension host; it comes in order. */
export interface Report {
  /** Tells that the tests begin. A second time means that VS Code has lost its extension host and started another. */
  start(): void;
  /** Prints a line in the terminal of the person who runs the tests. */
  line(text: string): void;
  /** Tells that the tests are done, once everything before has arrived. */
  end(): Promise<void>;
}

/** Opens the report of one run. */
export function openReport(): Report {
  let sent: Promise<unknown> = Promise.resolve();
  const send = (...request: Parameters<typeof ask>) => (sent = sent.then(() => ask(...request)));
  return {
    start: () => void send('reportStart'),
    line: (text) => void send('reportLine', text),
    end: async () => {
      await send('reportEnd');
    },
  };
}
