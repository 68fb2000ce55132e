import type { Node } from 'prosemirror-model'
import { countReport } from '../../../shared/import/count-report'
import { numberNotes, type NoteNumbers } from '../../../shared/numbering/number-notes'
import { markParagraphs } from '../../../shared/numbering/number-paragraphs'
import { numberRows } from '../../../shared/numbering/number-rows'
import { numberSections } from '../../../shared/numbering/number-sections'
import { numberStyleOf } from '../../../shared/print/number-style-of'
import { outlineOf } from '../../../shared/outline/outline'
import { sectionOfNotes } from '../../../shared/outline/section-of-blocks'
import { blockIdOf, blocksOf, isHeaderCell, isNoteRef, noteIdOf, spansOf } from '../../../shared/report/nodes'
import type { Report } from '../../../shared/report/report'
import { wordsOf } from '../../../shared/report/text-blocks'

/** A whole report for scripts: everything computed that is printed, nothing that depends on ids of notes. */
export function showJson(report: Report) {
  const outline = outlineOf(report.text, numberStyleOf(report.fields)).items
  return {
    fields: report.fields,
    counts: countReport(report),
    outline: outline.map(({ id, level, number, title, path }) => ({ id, level, number, title, path })),
    notes: notesInOrder(report, new Map(outline.map(({ id, path }) => [id, path]))),
    indicators: [...report.indicators.values()].map(table => {
      const numbers = numberRows(table.rows)
      const rows = table.rows.map(({ id, ...row }) => ({ number: numbers.get(id) ?? '', ...row }))
      return { id: table.id, title: table.title, columns: table.columns, rows }
    }),
    options: [...report.options.values()].map(({ id, name, chosen, wordings }) => ({
      id,
      name,
      wordings: wordings.map(({ id: wording, body }) => ({
        text: paragraphsOf(body),
        chosen: wording === chosen,
      })),
    })),
    blocks: blocksJson(report),
  }
}

/** In the order of their numbers; notes without a reference last, without number and section. */
function notesInOrder(report: Report, paths: ReadonlyMap<string, string>) {
  const sections = sectionOfNotes(report.text)
  const numbers = numberNotes(report.text)
  const referenced = [...numbers].map(([id, number]) => ({
    number,
    section: paths.get(sections.get(id) ?? '') ?? '',
    text: paragraphsOf(report.notes.get(id)),
  }))
  const orphans = [...report.notes].filter(([id]) => !numbers.has(id))
  return [
    ...referenced,
    ...orphans.map(([, body]) => ({ number: null, section: '', text: paragraphsOf(body) })),
  ]
}

function paragraphsOf(body: Node | undefined): string {
  const lines: string[] = []
  body?.forEach(paragraph => lines.push(wordsOf(paragraph)))
  return lines.join('\n')
}

function blocksJson(report: Report) {
  const notes = numberNotes(report.text)
  const numbers = numberSections(report.text, numberStyleOf(report.fields))
  const marks = markParagraphs(report.text)
  return blocksOf(report.text).map(block => {
    const { id, ...attrs } = block.attrs as { id: string }
    const number = numbers.get(blockIdOf(block)) ?? marks.get(blockIdOf(block)) ?? ''
    const shown = { id, kind: block.type.name, number, ...attrs }
    if (block.isTextblock) return { ...shown, text: wordsOf(block), runs: runsOf(block, notes) }
    return block.childCount > 0 ? { ...shown, rows: rowsOf(block, notes) } : shown
  })
}

type Run = { text: string; marks?: string[] } | { note: number } | { break: true }

function runsOf(block: Node, notes: NoteNumbers): Run[] {
  const runs: Run[] = []
  block.forEach(child => {
    if (child.isText) {
      const marks = child.marks.map(mark => mark.type.name)
      runs.push({ text: child.text ?? '', ...(marks.length > 0 ? { marks } : {}) })
    } else if (isNoteRef(child)) runs.push({ note: notes.get(noteIdOf(child)) ?? 0 })
    else runs.push({ break: true })
  })
  return runs
}

interface CellJson {
  readonly colspan: number
  readonly rowspan: number
  readonly header: boolean
  readonly blocks: readonly object[]
}

function rowsOf(table: Node, notes: NoteNumbers): CellJson[][] {
  return childrenOf(table).map(row =>
    childrenOf(row).map(cell => ({
      colspan: spansOf(cell).colspan,
      rowspan: spansOf(cell).rowspan,
      header: isHeaderCell(cell),
      blocks: childrenOf(cell).map(block =>
        block.isTextblock
          ? { text: wordsOf(block), runs: runsOf(block, notes) }
          : { rows: rowsOf(block, notes) },
      ),
    })),
  )
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  node.forEach(child => children.push(child))
  return children
}
