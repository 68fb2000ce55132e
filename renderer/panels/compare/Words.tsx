import type { Mark, Node } from 'prosemirror-model'
import { Fragment, type ReactNode } from 'react'
import type { InlinePart } from '../../../shared/compare/compare-inline'
import type { Span } from '../../../shared/compare/inline-text'
import { noteRefSign } from '../../../shared/report/text-blocks'
import type { ComparedText } from '../../state/compare-side'
import { vi } from '../../wording/vi'
import { useCompared, type Side } from './compared'
import { piecesIn, type Piece } from './pieces'

/** White space that went says nothing, and a struck gap looks like a dash. */
const isGap = ({ kind, text }: InlinePart): boolean => kind === 'removed' && /^[ \u00a0]+$/u.test(text)

/** Whether a part is drawn on a side. */
function isOn(side: Side, part: InlinePart): boolean {
  if (part.kind === 'added') return side !== 'was'
  return part.kind !== 'removed' || side === 'was' || (side === 'both' && !isGap(part))
}

interface PartWordsProps {
  readonly parts: readonly InlinePart[]
  readonly was: readonly Node[]
  readonly now: readonly Node[]
  readonly side: Side
}

/** Words of blocks with what they carry: bold, raised, links, numbers of notes. */
export function PartWords({ parts, was, now, side }: PartWordsProps) {
  const texts = useCompared()
  return parts.map((part, index) => {
    if (!isOn(side, part)) return null
    const isOld = part.kind === 'removed' || side === 'was'
    const [nodes, span, text] = isOld ? [was, part.was, texts.was] : [now, part.now, texts.now]
    return (
      <Changed key={index} kind={isGap(part) ? 'same' : part.kind}>
        <Pieces {...{ nodes, span, text }} isInLine={isOld && side === 'both'} />
      </Changed>
    )
  })
}

/** Words that carry nothing: cells, fields, bodies of notes. */
export function PlainWords({ parts, side }: Pick<PartWordsProps, 'parts' | 'side'>) {
  return parts.map(
    (part, index) =>
      isOn(side, part) && (
        <Changed key={index} kind={isGap(part) ? 'same' : part.kind}>
          {part.text.replaceAll(noteRefSign, '*')}
        </Changed>
      ),
  )
}

/** Struck, underlined, dotted; the words before them are for those who listen. */
export function Changed({ kind, children }: { kind: InlinePart['kind']; children: ReactNode }) {
  if (kind === 'added')
    return (
      <ins>
        <span className="visually-hidden">{vi.since.added} </span>
        {children}
      </ins>
    )
  if (kind === 'removed')
    return (
      <del>
        <span className="visually-hidden">{vi.since.removed} </span>
        {children}
      </del>
    )
  return kind === 'marked' ? <span className="marked">{children}</span> : <>{children}</>
}

interface PiecesProps {
  readonly nodes: readonly Node[]
  readonly span: Span
  readonly text: ComparedText
  /** A paragraph that ended here does so no longer. */
  readonly isInLine?: boolean
}

export const Pieces = ({ nodes, span, text, isInLine = false }: PiecesProps) =>
  piecesIn(nodes, span).map((piece, index) => <Fragment key={index}>{drawn(piece, text, isInLine)}</Fragment>)

function drawn(piece: Piece, { notes }: ComparedText, isInLine: boolean): ReactNode {
  switch (piece.kind) {
    case 'text':
      return piece.marks.reduceRight(withMark, piece.text)
    case 'note':
      return <sup className="note-number">{notes.get(piece.id) ?? '*'}</sup>
    case 'break':
      return <br />
    case 'join':
      return (
        <>
          <span className="pilcrow" aria-hidden>
            ¶
          </span>
          {!isInLine && <br />}
        </>
      )
  }
}

function withMark(inside: ReactNode, { type }: Mark): ReactNode {
  switch (type.name) {
    case 'strong':
      return <strong>{inside}</strong>
    case 'em':
      return <em>{inside}</em>
    case 'underline':
      return <u>{inside}</u>
    case 'superscript':
      return <sup>{inside}</sup>
    case 'subscript':
      return <sub>{inside}</sub>
    case 'link':
      return <span className="link">{inside}</span>
    default:
      return inside
  }
}
