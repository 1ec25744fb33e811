/** A text of up to eleven letters and digits that begins with a letter, or a number in E.164: what every network takes. */
export function isSmsSender(sender: string): boolean {
  return /^(?:[A-Za-z][A-Za-z0-9]{2,10}|\+[1-9]\d{6,14})$/.test(sender);
}
