import type { Node } from 'prosemirror-model'
import { rowCells, type IndicatorRow, type RowCell } from '../indicators/indicator-row'
import { numberNotes } from '../numbering/number-notes'
import { blockIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { forEachTextBlock, plainTextOf } from '../report/text-blocks'
import { perObject } from '../util/per-object'
import { problem, type Problem, type ProblemCode, type ProblemPlace } from './problem'

/** What was left open in text, notes, wordings and cells, and spaces typed twice. */
export function unfinishedWords({ text, notes, indicators, options }: Report): Problem[] {
  const problems: Problem[] = []
  const take = (findings: readonly Finding[], place: ProblemPlace) => {
    for (const { code, quote } of findings) problems.push(problem(code, place, quote))
  }
  forEachTextBlock(text, block => take(inBlock(block), { kind: 'block', id: blockIdOf(block) }))
  for (const id of numberNotes(text).keys())
    notes.get(id)?.forEach(paragraph => take(inBlock(paragraph), { kind: 'note', id }))
  for (const { id, wordings } of options.values())
    for (const { body } of wordings)
      body.forEach(paragraph => take(inBlock(paragraph), { kind: 'options', id }))
  for (const { id: tableId, rows } of indicators.values())
    for (const row of rows)
      for (const { cell, findings } of inRow(row))
        take(findings, { kind: 'cell', tableId, rowId: row.id, cell })
  return problems
}

interface Finding {
  readonly code: ProblemCode
  readonly quote: string
}

// "…" and "...." close an open list ("chợ, siêu thị…"), so they are gaps only where words must follow or in brackets.
// "XX" is also a Roman twenty ("khóa XX"), so it is a gap only where a figure must stand.
const gaps = [
  /\?{2,}/u,
  /…{2,}|\.{6,}|\.{4,}(?=[\p{L}\d%/])/u,
  /(?<=[^\s,;:]\s+)(?:…|\.{3,})(?=\s*[\p{L}%/])/u,
  /[([]\s*(?:…|\.{3,})?\s*[)\]]/u,
  /(?<![\p{L}\d])x{2,}(?![\p{L}\d])|(?<=số )X{2,}|X{2,}(?=\s*%)/u,
]
const gap = new RegExp(gaps.map(each => each.source).join('|'), 'u')
const doubleSpace = /\S(?:[ \u00a0]{2,})\S/u

const inBlock = perObject((block: Node): readonly Finding[] => findingsIn(plainTextOf(block)))

const inRow = perObject((row: IndicatorRow): readonly { cell: RowCell; findings: readonly Finding[] }[] =>
  rowCells.map(cell => ({ cell, findings: findingsIn(row[cell]) })).filter(each => each.findings.length > 0),
)

function findingsIn(text: string): Finding[] {
  const findings: Finding[] = []
  const open = gap.exec(text)
  if (open) findings.push({ code: 'placeholder', quote: around(text, open.index, open[0].length) })
  const spaces = doubleSpace.exec(text)
  if (spaces) findings.push({ code: 'double-space', quote: around(text, spaces.index, spaces[0].length) })
  return findings
}

/** Enough on both sides to know the place again. */
const around = (text: string, at: number, length: number): string =>
  text.slice(Math.max(0, at - 25), at + length + 25).trim()
