import type { SourceBlock, SourceDocument, SourceInline, SourceWarning } from '../source'
import { places, warnings } from '../words'
import { goesOn } from './lost-marks'
import { lostSign, readNoteList, textInline, type NoteList } from './note-list'
import { readTabRows, readTabTable } from './tab-table'

/**
 * A plain text, as extracted from a Word file, as a source document: lines broken by lost note marks joined again
 * and tied to the list of notes at the end in order, tables of tab lines put together.
 */
export function sourceFromText(text: string): SourceDocument {
  const lines = text.split(/\r\n|[\n\r\f\u2028\u2029]/u)
  const list = readNoteList(lines, before => countLost(lines.slice(0, before)))
  const reading: Reading = {
    lines: lines.slice(0, list.from),
    list,
    marks: 0,
    blocks: [],
    warnings: [],
    paragraphs: 0,
    paragraph: '',
  }
  let at = 0
  while (at < reading.lines.length) at = readAt(reading, at)
  const restored = Math.min(reading.marks, list.count)
  return {
    blocks: reading.blocks,
    notes: list.notes,
    warnings: [
      ...(restored > 0
        ? [{ code: 'marks-restored', place: places.document, message: warnings.marksRestored(restored) }]
        : []),
      ...list.warnings,
      ...reading.warnings,
    ],
    properties: { title: '', author: '' },
  }
}

interface Reading {
  readonly lines: readonly string[]
  readonly list: NoteList
  readonly blocks: SourceBlock[]
  readonly warnings: SourceWarning[]
  marks: number
  paragraphs: number
  /** How the paragraph now read begins. */
  paragraph: string
}

/** Reads what begins at a line; returns the first line after it. */
function readAt(reading: Reading, at: number): number {
  const { lines, blocks } = reading
  const line = lines[at] ?? ''
  if (line.trim() === '') return at + 1
  const table = line.includes('\t') ? (readTabTable(lines, at) ?? readTabRows(lines, at)) : undefined
  if (table) {
    blocks.push(table.table)
    return table.to
  }
  const inlines: SourceInline[] = []
  reading.paragraphs++
  reading.paragraph = line.trim()
  addText(reading, inlines, line.trim())
  let next = at + 1
  for (let before = line; ;) {
    const beyond = skipBlank(lines, next)
    const more = lines[beyond]
    if (more === undefined || !goesOn(before, more, beyond === next)) break
    addMark(reading, inlines)
    addText(reading, inlines, /^\s/u.test(more) ? ` ${more.trim()}` : more.trimEnd())
    before += more
    next = beyond + 1
  }
  blocks.push({ kind: 'paragraph', inlines })
  return next
}

function skipBlank(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && (lines[at] ?? '').trim() === '') at++
  return at
}

/** A mark may also have survived as the sign of a lost character. */
function addText(reading: Reading, inlines: SourceInline[], text: string): void {
  const parts = reading.list.count > 0 ? text.split(lostSign) : [text]
  for (const [index, part] of parts.entries()) {
    if (index > 0) addMark(reading, inlines)
    if (part !== '') inlines.push(textInline(part))
  }
}

function addMark(reading: Reading, inlines: SourceInline[]): void {
  reading.marks++
  if (reading.marks <= reading.list.count) inlines.push({ kind: 'note', id: String(reading.marks) })
  else
    reading.warnings.push({
      code: 'note-mark-lost',
      place: places.paragraph(reading.paragraphs, reading.paragraph),
      message: warnings.noteMarkLost,
    })
}

function countLost(lines: readonly string[]): number {
  let count = 0
  let before = ''
  let blank = false
  for (const line of lines) {
    if (line.trim() === '') blank = true
    else {
      const on = goesOn(before, line, !blank)
      if (on) count++
      before = on ? before + line : line
      blank = false
    }
  }
  return count
}
