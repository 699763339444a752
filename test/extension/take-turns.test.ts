import assert from 'node:assert/strict';
import { TakeTurns } from '../../src/extension/connect/take-turns';

describe('TakeTurns', () => {
  it('does one piece of work at a time for a server, in order, also after one that fails', async () => {
    const turns = new TakeTurns();
    const steps: string[] = [];
    const work =
      (name: string, fails = false) =>
      async () => {
        steps.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const server = { host: 'SFTP.example.org', port: 22 };
    const first = turns.run(server, work('first', true));
    const second = turns.run({ ...server, host: 'sftp.example.org' }, work('second'));
    await assert.rejects(first, /first/);
    assert.equal(await second, 'second');
    assert.deepEqual(steps, ['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('lets other servers, and other ports, go on at the same time', async () => {
    const turns = new TakeTurns();
    let open: () => void = () => undefined;
    const held = turns.run({ host: 'a', port: 22 }, () => new Promise<void>((resolve) => (open = resolve)));
    assert.equal(await turns.run({ host: 'a', port: 23 }, async () => 'other port'), 'other port');
    assert.equal(await turns.run({ host: 'b', port: 22 }, async () => 'other server'), 'other server');
    open();
    await held;
  });
});
