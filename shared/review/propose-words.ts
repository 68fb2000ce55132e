import { diffArrays } from 'diff'
import { Fragment, Mark, type Node } from 'prosemirror-model'
import { noteRefSign, plainTextOf } from '../report/text-blocks'
import { perObject } from '../util/per-object'
import type { Change } from './change'

/** Some content of a text block that others are to stand for; offsets in the block as it was. */
export interface InlineChange {
  readonly from: number
  readonly to: number
  readonly content: Fragment
}

/** Compared word by word up to here; beyond, a person would see no words again anyway. */
const mostEdits = 2000

/**
 * What was changed within a text block, syllable by syllable. Changes that only white space parts are one: "khá cao"
 * in place of "rất thấp" is one thing to decide. Carrying all of them out gives the content of `now` exactly.
 */
export function inlineChanges(was: Node, now: Node): readonly InlineChange[] {
  const old = piecesOf(was)
  const fresh = piecesOf(now)
  const runs = diffArrays(old.map(keyOf), fresh.map(keyOf), { maxEditLength: mostEdits })
  if (!runs) return [{ from: 0, to: was.content.size, content: now.content }]
  return joinNear(openRuns(runs, old)).map(({ from, to, start, end }) => ({
    from: offsetOf(old, from),
    to: offsetOf(old, to),
    content: Fragment.fromArray(fresh.slice(start, end).flatMap(({ nodes }) => nodes)),
  }))
}

/** A syllable, a run of white space, or a mark of a note. */
export interface Piece {
  readonly nodes: readonly Node[]
  readonly size: number
  readonly isSpace: boolean
}

/** The content of a text block in pieces. */
export const piecesOf = perObject((block: Node): readonly Piece[] => {
  const pieces: Piece[] = []
  block.forEach(node => {
    const words = node.isText ? (node.text?.match(/\s+|[^\s]+/gu) ?? []) : null
    if (!words) pieces.push({ nodes: [node], size: node.nodeSize, isSpace: false })
    let at = 0
    for (const word of words ?? []) {
      pieces.push({
        nodes: [node.cut(at, at + word.length)],
        size: word.length,
        isSpace: /^\s/u.test(word),
      })
      at += word.length
    }
  })
  return pieces
})

const keyOf = ({ nodes }: Piece): string => JSON.stringify(nodes)

/** Indexes of pieces: [from, to) of the old ones become [start, end) of the new ones. */
interface Run {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  /** Whether the pieces up to the next run are white space only. */
  readonly isNearNext: boolean
}

interface Difference {
  readonly added: boolean
  readonly removed: boolean
  readonly count: number
}

function openRuns(parts: readonly Difference[], old: readonly Piece[]): Run[] {
  const runs: Run[] = []
  let from = 0
  let start = 0
  let open: { from: number; start: number } | null = null
  const close = (same: number): void => {
    if (!open) return
    const gap = old.slice(from, from + same)
    const isNearNext = gap.length > 0 && gap.every(({ isSpace }) => isSpace)
    runs.push({ ...open, to: from, end: start, isNearNext })
    open = null
  }
  for (const { added, removed, count } of parts) {
    if (added || removed) {
      open ??= { from, start }
      if (added) start += count
      else from += count
      continue
    }
    close(count)
    from += count
    start += count
  }
  close(0)
  return runs
}

function joinNear(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.isNearNext) joined[joined.length - 1] = { ...run, from: last.from, start: last.start }
    else joined.push(run)
  }
  return joined
}

const offsetOf = (pieces: readonly Piece[], index: number): number =>
  pieces.slice(0, index).reduce((sum, { size }) => sum + size, 0)

/** The change of words that a record holds. Its content is told only where plain words would not do. */
export function typedAs(block: Node, { from, to, content }: InlineChange): Change {
  const was = plainTextOf(block).slice(from, to)
  const now = content.textBetween(0, content.size, null, leafText)
  const marks = marksFor(block, from, to)
  const isPlain = content.content.every(node => node.isText && Mark.sameSet(node.marks, marks))
  return { kind: 'words', was, now, ...(isPlain ? {} : { content: content.toJSON() as NodeJson[] }) }
}

type NodeJson = Record<string, unknown>

/** As in `plainTextOf`: one character for each position. */
const leafText = (leaf: Node): string => (leaf.type.name === 'hard_break' ? '\n' : noteRefSign)

/** The marks that plain words take over: those of the words they stand for, or of what stands before them. */
export function marksFor(block: Node, from: number, to: number): readonly Mark[] {
  const replaced = from < to ? block.nodeAt(from) : null
  return replaced?.isText ? replaced.marks : block.resolve(from).marks()
}
