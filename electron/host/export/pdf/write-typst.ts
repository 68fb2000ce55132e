import type { PrintDocument } from '../../../../shared/print/print-document'
import { preamble } from './preamble'
import { typstBlock } from './typst-blocks'
import { typstFront, typstSignature } from './typst-front'
import type { SetText } from './typst-runs'

/**
 * The report as Typst source. `setText` may change user text before it is set (letters that the fonts lack).
 * The source holds no import and reads no file; user text stands in string literals only.
 */
export function writeTypst(print: PrintDocument, setText: SetText = text => text): string {
  const context = { profile: print.profile, setText }
  return [
    preamble(print),
    typstFront(print, setText),
    ...print.blocks.map(block => typstBlock(block, context)),
    ...(print.signature ? [typstSignature(print.signature, setText)] : []),
  ].join('\n')
}
