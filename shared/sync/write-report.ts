import { generateNKeysBetween } from 'fractional-indexing'
import type { Mark, Node } from 'prosemirror-model'
import { Map as YMap, XmlElement, XmlFragment, XmlText, type Doc } from 'yjs'
import { rowCells, type IndicatorRow, type IndicatorTable } from '../indicators/indicator-row'
import type { Options } from '../options/options'
import { fieldNames } from '../report/fields'
import type { Report } from '../report/report'
import { fieldsOf, indicatorsOf, notesOf, optionsOf, textOf } from './report-doc'

/**
 * Fills an empty shared document with a report, in one transaction. Only for a document that nobody else has:
 * two hosts seeding one document would leave two copies of the text.
 */
export function writeReport(body: Doc, report: Report): void {
  body.transact(() => {
    for (const name of fieldNames) fieldsOf(body).set(name, report.fields[name])
    appendChildren(textOf(body), report.text)
    for (const [id, note] of report.notes) notesOf(body).set(id, toFragment(note))
    for (const [id, table] of report.indicators) indicatorsOf(body).set(id, toIndicators(table))
    for (const [id, options] of report.options) optionsOf(body).set(id, toOptions(options))
  })
}

/** A note's body, or a wording's, as shared content that is not yet part of a document. */
export function toFragment(node: Node): XmlFragment {
  const fragment = new XmlFragment()
  appendChildren(fragment, node)
  return fragment
}

export function toIndicators(table: IndicatorTable): YMap<unknown> {
  const record = new YMap<unknown>()
  record.set('title', table.title)
  for (const cell of rowCells) record.set(`column:${cell}`, table.columns[cell])
  const rows = new YMap<YMap<string>>()
  const keys = orderKeys(table.rows.length)
  table.rows.forEach((row, index) => rows.set(row.id, toRow(row, keys[index] ?? '')))
  record.set('rows', rows)
  return record
}

/** One row as a shared record; empty cells are left out, so that two people filling them do not meet. */
export function toRow(row: IndicatorRow, order: string): YMap<string> {
  const record = new YMap<string>()
  record.set('order', order)
  record.set('kind', row.kind)
  if (row.kind === 'group') record.set('groupLevel', row.groupLevel)
  if (row.direction) record.set('direction', row.direction)
  for (const cell of rowCells) if (row[cell]) record.set(cell, row[cell])
  return record
}

export function toOptions(options: Options): YMap<unknown> {
  const record = new YMap<unknown>()
  record.set('name', options.name)
  record.set('chosen', options.chosen)
  const wordings = new YMap<YMap<unknown>>()
  const keys = orderKeys(options.wordings.length)
  options.wordings.forEach((wording, index) => {
    const shared = new YMap<unknown>()
    shared.set('order', keys[index])
    shared.set('body', toFragment(wording.body))
    wordings.set(wording.id, shared)
  })
  record.set('wordings', wordings)
  return record
}

const orderKeys = (count: number): string[] => generateNKeysBetween(null, null, count)

/** Puts the content of a node at the start of shared content. */
export function appendChildren(parent: XmlFragment | XmlElement, node: Node): void {
  const children: (XmlElement | XmlText)[] = []
  let run: Node[] = []
  const endRun = () => {
    if (run.length > 0) children.push(toText(run))
    run = []
  }
  node.forEach(child => {
    if (child.isText) run.push(child)
    else {
      endRun()
      children.push(toElement(child))
    }
  })
  endRun()
  parent.insert(0, children)
}

function toElement(node: Node): XmlElement {
  const element = new XmlElement(node.type.name)
  for (const [name, value] of Object.entries(node.attrs))
    if (value !== null) element.setAttribute(name, value as string)
  appendChildren(element, node)
  return element
}

function toText(run: readonly Node[]): XmlText {
  const text = new XmlText()
  text.applyDelta(run.map(node => ({ insert: node.text ?? '', attributes: toAttributes(node.marks) })))
  return text
}

const toAttributes = (marks: readonly Mark[]): Record<string, object> =>
  Object.fromEntries(marks.map(mark => [mark.type.name, mark.attrs]))
