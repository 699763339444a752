import type { TimeOfDay } from './scheduled-job';

// Reads what the other files of this folder have written, to find out again what is installed. What was changed by hand since is
// read as far as it still says what is looked for.

/** A job as its scheduler has it. */
export interface InstalledJob {
  /** What people call it. */
  readonly name: string;
  readonly time: TimeOfDay;
  /** The roster's folder; absolute. */
  readonly folder: string;
  /** The name of the target; undefined for the usual one. */
  readonly target: string | undefined;
  /** The file that it writes its log into; missing for the usual one. */
  readonly log?: string;
}

/** Reads a service of systemd and its timer; undefined where they run something else, or not at a time of day. */
export function readSystemdUnits(service: string, timer: string): InstalledJob | undefined {
  const line = (text: string, key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1];
  const time = /^\*-\*-\* (\d\d):(\d\d):00$/.exec(line(timer, 'OnCalendar') ?? '');
  const name = (line(service, 'Description') ?? '').replace(/^OneRoster: /, '').replace(/%%/g, '%');
  const words = quotedWords(line(service, 'ExecStart') ?? '').map((word) =>
    word.replace(/\$\$/g, '$').replace(/%%/g, '%'),
  );
  return installedJob(name, time?.slice(1), words);
}

/** Reads the jobs in a crontab. */
export function readCrontab(text: string): readonly InstalledJob[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const [, minute = '', hour = '', command = ''] = /^(\d+) (\d+) \* \* \* (.*)$/.exec(line) ?? [];
    const [, name] = /^# OneRoster: (.*)$/.exec(lines[index - 1] ?? '') ?? [];
    return installedJob(name, [hour, minute], shellWords(command.replaceAll('\\%', '%'))) ?? [];
  });
}

/** Reads an agent of launchd. */
export function readLaunchAgent(plist: string): InstalledJob | undefined {
  const number = (key: string) =>
    new RegExp(`<key>${key}</key>\\s*<integer>(\\d+)</integer>`).exec(plist)?.[1];
  const list = /<key>ProgramArguments<\/key>\s*<array>([^]*?)<\/array>/.exec(plist)?.[1] ?? '';
  const words = [...list.matchAll(/<string>([^]*?)<\/string>/g)].map(([, text = '']) => plainText(text));
  const label = /<key>Label<\/key>\s*<string>org\.oneroster-([^<]*)<\/string>/.exec(plist)?.[1];
  const [hour = '', minute = ''] = [number('Hour'), number('Minute')];
  return installedJob(label, [hour, minute], words);
}

/** Reads a task of Windows Task Scheduler. */
export function readWindowsTask(xml: string): InstalledJob | undefined {
  const inner = (tag: string) => plainText(new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(xml)?.[1] ?? '');
  const name = inner('Description').replace(/^Checks, packages and uploads a roster: /, '');
  const time = /T(\d\d):(\d\d):/.exec(inner('StartBoundary'));
  return installedJob(name, time?.slice(1), windowsWords(inner('Arguments')));
}

/** Finds in a command what it delivers: `run FOLDER --target NAME`. */
function installedJob(
  name: string | undefined,
  time: readonly string[] | undefined,
  words: readonly string[],
): InstalledJob | undefined {
  const [hour, minute] = (time ?? []).map(Number);
  const run = words.indexOf('run');
  const folder = run < 0 ? undefined : words[run + 1];
  if (folder === undefined || hour === undefined || minute === undefined) return undefined;
  if (Number.isNaN(hour) || Number.isNaN(minute) || name === undefined) return undefined;
  const option = (flag: string) => {
    const at = words.indexOf(flag, run);
    return at < 0 ? undefined : words[at + 1];
  };
  const log = option('--log');
  const job = { name, time: { hour, minute }, folder, target: option('--target') };
  return log === undefined ? job : { ...job, log };
}

/** Words in double quotes, with backslashes before what has to stand for itself. */
function quotedWords(text: string): readonly string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replace(/\\(.)/g, '$1'),
  );
}

/** Words of a shell, in single quotes where they need some. */
function shellWords(text: string): readonly string[] {
  return [...text.matchAll(/(?:'[^']*'|\\.|[^\s'\\])+/g)].map(([word]) =>
    word.replace(/'([^']*)'|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? ''),
  );
}

/** Words as C programs on Windows read them. Where the variable is set by a shell, the command stands within its quotes. */
function windowsWords(text: string): readonly string[] {
  const line = /^\/d \/s \/c "set \w+=1&& ([^]*)"$/.exec(text)?.[1] ?? text;
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  for (const [, slashes = '', quote = '', other = ''] of line.matchAll(/(\\*)(?:(")|([^\\"]|$))/g)) {
    const kept = quote === '' ? slashes : slashes.slice(0, Math.floor(slashes.length / 2));
    if (kept !== '') word = (word ?? '') + kept;
    if (quote !== '' && slashes.length % 2 === 1) word = `${word ?? ''}"`;
    else if (quote !== '') [isQuoted, word] = [!isQuoted, word ?? ''];
    else if (other.trim() === '' && !isQuoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + other;
  }
  return words;
}

function plainText(xml: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (all: string, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      return entities[name ?? ''] ?? all;
    },
  );
}
