/** Spaces of every kind that Word files hold (no-break, thin, …) count as one plain space when text is compared. */
export const plainSpaces = (text: string): string =>
  text.replace(/[\s\u00a0\u2000-\u200b\u202f\u3000]+/gu, ' ')

/** Text as the program keeps it: precomposed Unicode (NFC), without the characters that XML 1.0 forbids. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
