import {
  encodingOfFont,
  judgeEncoding,
  type LegacyEncoding,
} from '../../../../../shared/import/legacy/judge-encoding'
import { decodeTcvn3, isTcvn3CapitalFont } from '../../../../../shared/import/legacy/tcvn3'
import { decodeVni } from '../../../../../shared/import/legacy/vni'
import type { SourceInline } from '../../../../../shared/import/source'
import { finishInlines } from './finish-inlines'
import type { InlinePiece, LegacyFont, TextPiece } from './inline-writer'

/**
 * Paragraphs with text in fonts of the old encodings wait until the whole document is read: a heading of three words
 * does not show what encoding it is in, the document around it does.
 */
export interface LegacyText {
  /** Finishes the inlines of a paragraph, now or at the end. */
  finish(pieces: readonly InlinePiece[]): SourceInline[]
  /** Finishes all that waits; returns the encodings that were really found. */
  decode(): readonly LegacyEncoding[]
}

interface Waiting {
  readonly pieces: readonly InlinePiece[]
  readonly inlines: SourceInline[]
}

export function legacyText(): LegacyText {
  const waiting: Waiting[] = []
  return {
    finish: pieces => {
      if (!pieces.some(isLegacy)) return finishInlines(pieces)
      const inlines: SourceInline[] = []
      waiting.push({ pieces, inlines })
      return inlines
    },
    decode: () => {
      const found = (['tcvn3', 'vni'] as const).filter(encoding => isUsed(waiting, encoding))
      for (const { pieces, inlines } of waiting) {
        const decoded = found.reduce<readonly InlinePiece[]>(decodeParagraph, pieces)
        for (const inline of finishInlines(decoded.map(showCapitals))) inlines.push(inline)
      }
      return found
    },
  }
}

type LegacyPiece = TextPiece & { readonly legacy: LegacyFont }

const isLegacy = (piece: InlinePiece): piece is LegacyPiece =>
  piece.kind === 'text' && piece.legacy !== undefined

const isIn = (piece: InlinePiece, encoding: LegacyEncoding): piece is LegacyPiece =>
  isLegacy(piece) && encodingOfFont(piece.legacy.font) === encoding

const textIn = (pieces: readonly InlinePiece[], encoding: LegacyEncoding) =>
  pieces.map(piece => (isIn(piece, encoding) ? piece.text : '')).join('')

/** By all paragraphs together that do not show themselves to be Unicode. */
function isUsed(waiting: readonly Waiting[], encoding: LegacyEncoding): boolean {
  const texts = waiting.map(({ pieces }) => textIn(pieces, encoding))
  return (
    judgeEncoding(texts.filter(text => judgeEncoding(text, encoding) !== 'unicode').join(' '), encoding) ===
    'legacy'
  )
}

function decodeParagraph(pieces: readonly InlinePiece[], encoding: LegacyEncoding): readonly InlinePiece[] {
  if (judgeEncoding(textIn(pieces, encoding), encoding) === 'unicode') return pieces
  return pieces.map(piece => {
    if (!isIn(piece, encoding)) return piece
    const { font } = piece.legacy
    const text =
      encoding === 'vni' ? decodeVni(piece.text) : decodeTcvn3(piece.text, isTcvn3CapitalFont(font))
    return { ...piece, text }
  })
}

const showCapitals = (piece: InlinePiece): InlinePiece =>
  isLegacy(piece) && piece.legacy.capitals ? { ...piece, text: piece.text.toLocaleUpperCase('vi') } : piece
