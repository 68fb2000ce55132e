import type { Node } from 'prosemirror-model'
import { rowCells, type IndicatorRow, type IndicatorTable } from '../indicators/indicator-row'
import { noteRefsIn } from '../numbering/number-notes'
import type { NoteId } from '../report/ids'
import type { Report } from '../report/report'
import { forEachTextBlock, noteRefSign, plainTextOf } from '../report/text-blocks'
import { perObject } from '../util/per-object'
import { pagesOf } from './pages'

export interface Counts {
  /** Syllables between spaces, as Word counts: text, notes and indicator tables together. */
  readonly words: number
  /** Spaces included. */
  readonly characters: number
  /** Words by where they stand. */
  readonly textWords: number
  readonly noteWords: number
  readonly tableWords: number
  /** Notes that the text refers to. */
  readonly notes: number
  /** Printed A4 pages, estimated (pages.ts says how well). */
  readonly pages: number
}

interface Tally {
  readonly words: number
  readonly characters: number
}

/** What a report holds, in numbers. Fast enough for every edit: only changed blocks are counted again. */
export function countsOf(report: Report): Counts {
  const text = textTally(report.text)
  const notes = sum([...new Set(noteRefsIn(report.text))].map(id => noteTally(report, id)))
  const tables = sum([...report.indicators.values()].map(tallyTable))
  return {
    words: text.words + notes.words + tables.words,
    characters: text.characters + notes.characters + tables.characters,
    textWords: text.words,
    noteWords: notes.words,
    tableWords: tables.words,
    notes: new Set(noteRefsIn(report.text)).size,
    pages: pagesOf(report),
  }
}

/** How many words stand between spaces; "-" alone is one, as in Word. */
export function countWords(text: string): number {
  let words = 0
  let inWord = false
  for (let index = 0; index < text.length; index++) {
    const space = isSpace(text.charCodeAt(index))
    if (!space && !inWord) words++
    inWord = !space
  }
  return words
}

const textTally = perObject((text: Node): Tally => {
  const blocks: Tally[] = []
  forEachTextBlock(text, block => blocks.push(tallyBlock(block)))
  return sum(blocks)
})

const noteTally = (report: Report, id: NoteId): Tally => {
  const note = report.notes.get(id)
  return note ? tallyNote(note) : { words: 0, characters: 0 }
}

const tallyNote = perObject((note: Node): Tally => sum(note.children.map(tallyBlock)))

const tallyBlock = perObject((block: Node): Tally => tally(plainTextOf(block).replaceAll(noteRefSign, '')))

const tallyTable = perObject((table: IndicatorTable): Tally =>
  sum([tally(table.title), ...table.rows.map(tallyRow)]),
)

const tallyRow = perObject((row: IndicatorRow): Tally => sum(rowCells.map(cell => tally(row[cell]))))

const tally = (text: string): Tally => ({ words: countWords(text), characters: text.length })

function sum(tallies: readonly Tally[]): Tally {
  let words = 0
  let characters = 0
  for (const each of tallies) {
    words += each.words
    characters += each.characters
  }
  return { words, characters }
}

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x3000
