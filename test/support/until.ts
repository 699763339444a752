/** Waits until something is so, looking again many times a second. In milliseconds, `patience` is how long before it gives up. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  patience: number,
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
