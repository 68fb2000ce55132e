import type { Node } from 'prosemirror-model'
import { rowCells, type IndicatorRow, type RowCell } from '../indicators/indicator-row'
import { plainTextOf } from '../report/text-blocks'
import { perObject } from '../util/per-object'
import { fold, originalOffset, type Folded, type Matching } from './fold'

export interface FindOptions extends Matching {
  /** No letter or digit stands beside the match. */
  readonly wholeWord: boolean
  /** How many matches are enough; 20 000 where not said. */
  readonly limit?: number
}

export interface Range {
  readonly from: number
  readonly to: number
}

/** The places of one query in one text at a time. */
export interface Search {
  inString(text: string): readonly Range[]
  inBlock(block: Node): readonly Range[]
  inRow(row: IndicatorRow, cell: RowCell): readonly Range[]
}

/** A search for one query, or undefined where there is nothing to look for. */
export function makeSearch(query: string, options: FindOptions): Search | undefined {
  const wanted = fold(query.normalize('NFC'), options).text
  if (wanted.trim() === '') return undefined
  const texts = textsFor(options)
  const rangesIn = (text: Folded) =>
    text.text.includes(wanted) ? findAll(text, wanted, options.wholeWord) : none
  return {
    inString: text => rangesIn(fold(text, options)),
    inBlock: block => rangesIn(texts.ofBlock(block)),
    inRow: (row, cell) => rangesIn(texts.ofRow(row)[cell]),
  }
}

const none: readonly Range[] = []

interface FoldedTexts {
  ofBlock(block: Node): Folded
  ofRow(row: IndicatorRow): Readonly<Record<RowCell, Folded>>
}

// One memory for each way of comparing: a text is folded once, however many queries follow.
const memories = new Map<string, FoldedTexts>()

function textsFor({ matchCase, matchTones }: Matching): FoldedTexts {
  const way = `${matchCase}${matchTones}`
  const known = memories.get(way)
  if (known) return known
  const matching = { matchCase, matchTones }
  const texts: FoldedTexts = {
    ofBlock: perObject(block => fold(plainTextOf(block), matching)),
    ofRow: perObject(
      row =>
        Object.fromEntries(rowCells.map(cell => [cell, fold(row[cell], matching)])) as Record<
          RowCell,
          Folded
        >,
    ),
  }
  memories.set(way, texts)
  return texts
}

/** Matches do not overlap: the next begins after the last. */
function findAll(text: Folded, wanted: string, wholeWord: boolean): Range[] {
  const ranges: Range[] = []
  let at = text.text.indexOf(wanted)
  while (at !== -1) {
    const end = at + wanted.length
    const taken = !wholeWord || standsAlone(text.text, at, end)
    if (taken) ranges.push({ from: originalOffset(text, at), to: originalOffset(text, end) })
    at = text.text.indexOf(wanted, taken ? end : at + 1)
  }
  return ranges
}

const standsAlone = (text: string, from: number, to: number): boolean =>
  !wordCharacter.test(text.charAt(from - 1)) && !wordCharacter.test(text.charAt(to))

const wordCharacter = /[\p{L}\p{N}\p{M}]/u
