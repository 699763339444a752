// src/core/csv/kernel.generated.ts: the WebAssembly module that src/kernel/kernel.ts compiles to.
// Its types redefine those of the language everywhere, so that it is kept from the type checker.
const compiler = 'assemblyscript/asc';

export const path = 'src/core/csv/kernel.generated.ts';

const source = 'src/kernel/kernel.ts';
const options = [
  '-O3',
  '--converge',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--enable',
  'threads',
  '--sharedMemory',
  '--maximumMemory',
  '32767',
  '--outFile',
  'kernel.wasm',
];

/**
 * @typedef {{ main: (options: string[], api: { writeFile: (name: string, contents: string | Uint8Array) => void }) =>
 *   Promise<{ error: Error | null, stderr: { toString(): string } }> }} AscModule
 */

export async function generate() {
  /** @type {Uint8Array | undefined} */
  let binary;
  const asc = /** @type {{ default: AscModule }} */ (await import(compiler)).default;
  const { error, stderr } = await asc.main([source, ...options], {
    writeFile: (/** @type {string} */ name, /** @type {string | Uint8Array} */ contents) => {
      if (name === 'kernel.wasm' && typeof contents !== 'string') binary = contents;
    },
  });
  if (error !== null || binary === undefined)
    throw new Error(`${source} does not compile: ${stderr.toString()}`);
  return [
    `// Generated from ${source} by scripts/generate/kernel.mjs. Do not edit: run "node scripts/generate.mjs".`,
    '',
    '/** A WebAssembly module, in hexadecimal. */',
    'export const kernelModule =',
    ...lines(Buffer.from(binary).toString('hex')),
    '',
  ].join('\n');
}

/** @param {string} hexadecimal */
function lines(hexadecimal) {
  const pieces = hexadecimal.match(/.{1,120}/g) ?? [];
  return pieces.map((piece, at) => `  '${piece}'${at + 1 < pieces.length ? ' +' : ';'}`);
}
