// What a run has started or created, and its orderly end, also when the process is told to stop.

const signals = /** @type {const} */ ({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 });

/**
 * @typedef {object} Lifetime
 * @property {(end: () => unknown) => void} own registers how to end something that was started or created
 * @property {() => boolean} isEnding whether it has ended or is about to: what stops then was stopped
 * @property {() => Promise<void>} end ends everything, the newest first; a second call waits for the first
 */

/**
 * Opens a lifetime. Until it ends, SIGINT, SIGTERM and SIGHUP end it and then the process.
 * Should the process die without a chance to do so, the editor's server notices it itself: see end-with-parent.mjs.
 * @returns {Lifetime}
 */
export function openLifetime() {
  /** @type {(() => unknown)[]} */
  const ends = [];
  /** @type {Promise<void> | undefined} */
  let ended;
  const listeners = Object.entries(signals).map(([signal, exitCode]) => ({
    signal,
    listener: () => void end().finally(() => process.exit(exitCode)),
  }));

  function end() {
    ended ??= endAll(ends).finally(() => {
      for (const { signal, listener } of listeners) process.off(signal, listener);
    });
    return ended;
  }

  for (const { signal, listener } of listeners) process.on(signal, listener);
  return { own: (one) => void ends.push(one), isEnding: () => ended !== undefined, end };
}

/** @param {(() => unknown)[]} ends */
async function endAll(ends) {
  /** @type {unknown[]} */
  const failures = [];
  for (let end = ends.pop(); end; end = ends.pop()) {
    try {
      await end();
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, 'Not everything that was started could be stopped.');
}
