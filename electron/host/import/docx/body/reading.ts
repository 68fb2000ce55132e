import type { SourceBlock, SourceWarning } from '../../../../../shared/import/source'
import { limits } from '../limits'
import type { ParagraphCounter } from '../numbering/count-paragraphs'
import type { Relationships } from '../package/relationships'
import { refuse } from '../refuse'
import type { TraitReader } from '../styles/run-traits'
import type { Styles } from '../styles/read-styles'
import { places, warnings } from '../words'
import type { XmlElement } from '../xml/element'
import type { CommentRanges } from './comments'
import type { FieldStack } from './fields'
import type { LegacyText } from './legacy-text'
import type { NoteReferences } from './notes'
import type { RevisionLog } from './revisions'
import { plainText } from './plain-text'

/** Where the reader stands in the file: what later paragraphs depend on, and what has been found so far. */
export interface Reading {
  readonly styles: Styles
  readonly traits: TraitReader
  readonly counter: ParagraphCounter
  readonly comments: CommentRanges
  readonly revisions: RevisionLog
  readonly notes: NoteReferences
  readonly legacy: LegacyText
  readonly warnings: SourceWarning[]
  /** Of the part being read (document, footnotes, a header). */
  relationships: Relationships
  fields: FieldStack
  /** In words, when not in the body itself. */
  partPlace: string | null
  paragraphs: number
  tables: number
  tableNow: number | null
  paragraph: XmlElement | null
  /** The place of the paragraph last asked for: a paragraph may hold many things to warn of. */
  placed: { readonly paragraph: XmlElement | null; readonly place: string } | null
  /** A page break at the end of a paragraph belongs to the next one. */
  pageBreakPending: boolean
  /** Header and footer parts that the sections use. */
  readonly headerParts: Set<string>
}

/** What readers of blocks call for what is inside them, handed down so that files do not import each other in a ring. */
export type ReadBlocks = (reading: Reading, container: XmlElement) => SourceBlock[]

export function countParagraph(reading: Reading, paragraph: XmlElement): void {
  reading.paragraphs++
  if (reading.paragraphs > limits.paragraphs) throw refuse('tooMuch')
  reading.paragraph = paragraph
}

const excerptLength = 40
const mostWarnings = 2000

/** "đoạn 12 (“its first words…”)", so that a person finds the place in Word. */
export function placeOf(reading: Reading): string {
  if (reading.partPlace !== null) return reading.partPlace
  const { paragraph, tableNow } = reading
  if (!reading.placed || reading.placed.paragraph !== paragraph) {
    const excerpt = paragraph ? cut(plainText(paragraph)) : ''
    reading.placed = { paragraph, place: places.paragraph(reading.paragraphs, excerpt) }
  }
  const { place } = reading.placed
  return tableNow === null ? place : places.inTable(tableNow, place)
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().normalize('NFC')
  return line.length > excerptLength ? `${line.slice(0, excerptLength).trimEnd()}…` : line
}

/** Past the most that a person could read, further warnings of a file only say so once. */
export function warn(reading: Reading, code: string, message: string, place?: string): void {
  const { warnings: found } = reading
  if (found.length < mostWarnings) found.push({ code, place: place ?? placeOf(reading), message })
  else if (found.length === mostWarnings)
    found.push({ code: 'more', place: places.file, message: warnings.more })
}
