// The few parts of playwright-core that are used here. It is not a dependency of the project: it is installed on first use
// (see install.mjs), so its own types are not there when the project is type-checked.

export interface Locator {
  allInnerTexts(): Promise<string[]>;
  click(options?: { timeout?: number }): Promise<void>;
  count(): Promise<number>;
  evaluate<T>(script: () => T): Promise<T>;
  filter(options: { hasText?: string | RegExp; visible?: boolean }): Locator;
  first(): Locator;
  getByText(text: string, options?: { exact?: boolean }): Locator;
  getAttribute(name: string): Promise<string | null>;
  hover(options?: { timeout?: number }): Promise<void>;
  innerText(options?: { timeout?: number }): Promise<string>;
  inputValue(): Promise<string>;
  isVisible(): Promise<boolean>;
  locator(selector: string): Locator;
  press(keys: string): Promise<void>;
  waitFor(options?: {
    state?: 'attached' | 'detached' | 'visible' | 'hidden';
    timeout?: number;
  }): Promise<void>;
}

export interface FrameLocator {
  frameLocator(selector: string): FrameLocator;
  last(): FrameLocator;
  locator(selector: string): Locator;
}

export interface Page {
  addInitScript(script: string): Promise<void>;
  readonly keyboard: {
    press(keys: string): Promise<void>;
    type(text: string): Promise<void>;
    insertText(text: string): Promise<void>;
  };
  exposeFunction(name: string, callback: (...values: never[]) => unknown): Promise<void>;
  frameLocator(selector: string): FrameLocator;
  goto(url: string, options?: { timeout?: number }): Promise<unknown>;
  locator(selector: string): Locator;
  on(event: 'crash' | 'close', listener: () => void): void;
  screenshot(options: { path: string; animations?: 'disabled' | 'allow' }): Promise<unknown>;
  setDefaultTimeout(milliseconds: number): void;
}

export interface Browser {
  newContext(options: {
    viewport: { width: number; height: number };
    colorScheme?: 'light' | 'dark';
    deviceScaleFactor?: number;
  }): Promise<{ newPage(): Promise<Page> }>;
  close(): Promise<void>;
  on(event: 'disconnected', listener: () => void): void;
}

export interface Playwright {
  readonly chromium: {
    launch(options: {
      executablePath: string;
      headless: boolean;
      args: readonly string[];
      env: Readonly<Record<string, string | undefined>>;
      handleSIGINT: boolean;
      handleSIGTERM: boolean;
      handleSIGHUP: boolean;
    }): Promise<Browser>;
  };
}
