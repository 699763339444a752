import { defineRule, type ValueReport } from './engine/define-rule';
import type { DistinctValue } from './engine/distinct-value';
import { typedItems } from './shared/typed-items';

type Message = 'shape' | 'several';

export default defineRule<Message>({
  id: 'invalid-email',
  area: 'value',
  severity: 'warning',
  summary: 'An e-mail address is not of the form name@domain.',
  messages: {
    shape: '{field} is "{value}", which is no e-mail address of the form name@domain',
    several: '{field} is "{value}"; it holds one e-mail address',
  },
  value({ fact }) {
    if (fact?.format !== 'email') return undefined;
    return {
      check(value, report) {
        if (isUsualAddress(value)) return;
        for (const { text, from, to } of typedItems(value, fact)) {
          if (!address.test(text)) report({ from, to, ...describe(text) });
        }
      },
    };
  },
});

/** Letters of any script; nothing that only a quoted name or a list of addresses could hold. */
const address =
  /^[^\s@"(),:;<>[\]\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}])?\.)+[\p{L}\p{N}-]{2,}$/u;

function describe(text: string): ValueReport<Message> {
  return { message: (text.match(/@/g) ?? []).length > 1 ? 'several' : 'shape' };
}

/** Whether an address is letters, digits and . _ - round one @, as nearly all are; nothing is made to find that out. */
function isUsualAddress({ bytes, start, end }: DistinctValue): boolean {
  let atSign = -1;
  let lastDot = -1;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x40) {
      if (atSign !== -1) return false;
      atSign = at;
    } else if (byte === 0x2e) {
      if (lastDot === at - 1 || atSign === at - 1) return false;
      lastDot = at;
    } else if (!isLetterOrDigit(byte) && byte !== 0x5f && byte !== 0x2d) return false;
  }
  const touchesHyphen = bytes[atSign + 1] === 0x2d || bytes[end - 1] === 0x2d;
  return atSign > start && lastDot > atSign && end - lastDot > 2 && !touchesHyphen;
}

function isLetterOrDigit(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39);
}
