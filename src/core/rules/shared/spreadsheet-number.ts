/** Whether a text is a number as spreadsheets shorten long ones, `1.23E+11`: its last digits are gone. */
export function isSpreadsheetNumber(text: string): boolean {
  return /^[+-]?\d(?:[.,]\d+)?E\+\d{1,3}$/i.test(text);
}
