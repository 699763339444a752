import assert from 'node:assert/strict';
import { Socket } from 'node:net';
import { mock } from 'node:test';
import { Opening } from '../../../src/node/sftp/opening';
import { usualTimeouts } from '../../../src/node/sftp/timeouts';
import { rejectsWith } from './practice';

describe('Opening', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  function open(): { opening: Opening; socket: Socket } {
    const socket = new Socket();
    const server = { host: 'sftp.example.org', port: 22 };
    return { opening: new Opening({ server, socket, timeouts: usualTimeouts, signal: undefined }), socket };
  }

  for (const [phase, limit] of [
    ['handshake', usualTimeouts.handshake],
    ['login', usualTimeouts.login],
    ['opening', usualTimeouts.answer],
  ] as const) {
    it(`ends and cuts the line when the ${phase} takes too long`, async () => {
      const { opening, socket } = open();
      opening.enter(phase);
      mock.timers.tick(limit - 1);
      assert.equal(socket.destroyed, false);
      mock.timers.tick(1);
      assert.equal(socket.destroyed, true);
      await rejectsWith('connection-timeout', opening.failed, /sftp\.example\.org:22/);
    });
  }

  it('gives a person all the time there is, and the server its own anew', () => {
    const { opening, socket } = open();
    opening.enter('handshake');
    opening.pause();
    mock.timers.tick(24 * 60 * 60 * 1000);
    opening.enter('login');
    mock.timers.tick(usualTimeouts.login - 1);
    assert.equal(socket.destroyed, false);
    opening.end();
    mock.timers.tick(usualTimeouts.login);
    opening.enter('handshake');
    mock.timers.tick(usualTimeouts.handshake);
    assert.equal(socket.destroyed, false);
  });
});
