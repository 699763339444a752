// What goes between the extension and the server is written and read a piece at a time, and must be what JSON would make of it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeInTurns } from '../../src/extension/client/decode-in-turns';
import { encodeInTurns } from '../../src/extension/client/encode-in-turns';

const options = { charset: 'utf-8' } as const;
const anyValues = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 20 });
const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });

describe('messages of any size', () => {
  it('are written as JSON writes them, also where a text is cut between the halves of a character', async () => {
    await hold(anyText, async (text) => {
      const message = {
        jsonrpc: '2.0',
        params: { text: text.repeat(20_000), short: text, again: text.repeat(9_000) },
      };
      const bytes = await encodeInTurns.encode(message, options);
      assert.deepEqual(JSON.parse(Buffer.from(bytes).toString()), JSON.parse(JSON.stringify(message)));
    });
  });

  it('are read as JSON reads them, whatever their long arrays hold', async () => {
    await hold(anyValues, async (values) => {
      const many = Array.from({ length: 9_000 }, (_, index) => [index, values[index % values.length]]);
      const message = {
        jsonrpc: '2.0',
        params: { diagnostics: many, others: [many, [], [1]], text: '[,"\\' },
      };
      const bytes = Buffer.from(JSON.stringify(message));
      assert.deepEqual(await decodeInTurns.decode(bytes, options), JSON.parse(bytes.toString()));
    });
  });

  it('are read in turns, with time for others in between', async () => {
    const bytes = Buffer.from(JSON.stringify({ data: Array.from({ length: 200_000 }, (_, index) => index) }));
    let turns = 0;
    let isRead = false;
    const count = () => {
      turns++;
      if (!isRead) setImmediate(count);
    };
    setImmediate(count);
    await decodeInTurns.decode(bytes, options);
    isRead = true;
    assert.ok(turns > 20, String(turns));
  });

  it('that are no JSON are refused, as they are where they are short', async () => {
    for (const text of ['{', `{"data": [${'1,'.repeat(200_000)}]}`]) {
      await assert.rejects(decodeInTurns.decode(Buffer.from(text), options), SyntaxError);
    }
  });
});

async function hold<T>(values: fc.Arbitrary<T>, property: (value: T) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(values, property), { numRuns: 10 });
}
