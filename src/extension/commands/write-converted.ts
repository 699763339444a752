import type { Command } from '../services';

/** Writes what a conversion has shown. */
export const writeConverted: Command = async (services) => {
  const { writeShown } = await import('../convert/write-shown');
  await writeShown(services);
};
