import { encodingOfFont } from '../../../../../shared/import/legacy/judge-encoding'
import type { SourceInline, SourceMarks } from '../../../../../shared/import/source'
import type { RunTraits } from '../styles/run-traits'

/** A font of an encoding older than Unicode; capitals are made only after decoding. */
export interface LegacyFont {
  readonly font: string
  readonly capitals: boolean
}

/** A piece of text while its paragraph is being read. */
export interface TextPiece {
  readonly kind: 'text'
  text: string
  readonly marks: SourceMarks
  readonly legacy: LegacyFont | undefined
}

export type InlinePiece =
  TextPiece | Exclude<SourceInline, { kind: 'text' }> | { readonly kind: 'page-break' }

/** Collects what stands in one paragraph; neighbours that look alike become one piece. */
export interface InlineWriter {
  readonly pieces: InlinePiece[]
  /** Half-points of the first text. */
  size: number | undefined
  text(text: string, traits: RunTraits, href: string | undefined): void
  put(piece: Exclude<InlinePiece, TextPiece>): void
}

export function inlineWriter(): InlineWriter {
  const pieces: InlinePiece[] = []
  const writer: InlineWriter = {
    pieces,
    size: undefined,
    text: (text, traits, href) => {
      if (text === '') return
      if (pieces.length === 0) writer.size = traits.size
      const { font, capitals } = traits
      const legacy = encodingOfFont(font) && { font, capitals }
      const marks = marksOf(traits, href)
      const last = pieces.at(-1)
      const shown = capitals && !legacy ? text.toLocaleUpperCase('vi') : text
      if (last?.kind === 'text' && last.marks === marks && !last.legacy && !legacy) last.text += shown
      else pieces.push({ kind: 'text', text: shown, marks, legacy })
    },
    put: piece => pieces.push(piece),
  }
  return writer
}

const known = new Map<string, SourceMarks>()

/** The same object for the same look, so that looks are compared by identity. */
function marksOf(traits: RunTraits, href: string | undefined): SourceMarks {
  const { strong, em, underline, vertical } = traits
  if (href !== undefined) return { ...marksOf({ ...traits, underline: false }, undefined), href }
  const key = `${strong}${em}${underline}${vertical ?? ''}`
  let marks = known.get(key)
  if (!marks) {
    marks = {
      ...(strong && { strong }),
      ...(em && { em }),
      ...(underline && { underline }),
      ...(vertical && { [vertical]: true }),
    }
    known.set(key, marks)
  }
  return marks
}
