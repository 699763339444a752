/** The bytes that structure a CSV file. */
export const quote = 0x22;
export const comma = 0x2c;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
