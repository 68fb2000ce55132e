import { cleanText } from '../util/text'

/** Vietnamese text is nearly always this: precomposed letters and common signs, nothing to clean. */
const plain = /^[ -~\u00a0-\u02ff\u1ea0-\u1ef9\u2010-\u2026\u2030-\u203a]*$/

/** Text fit for paper: NFC, nothing that XML 1.0 forbids. Half of a surrogate pair becomes a visible "\ufffd". */
export const paperText = (text: string): string =>
  plain.test(text) ? text : cleanText(text).replace(/\p{Surrogate}/gu, '\ufffd')

/** The lines of a field; a field left empty has none. */
export function linesOf(text: string): string[] {
  const lines = paperText(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(line => line.trim())
  return lines.filter(line => line !== '')
}
