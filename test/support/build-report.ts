import type { Node } from 'prosemirror-model'
import { emptyFields } from '../../shared/report/fields'
import type { NoteId } from '../../shared/report/ids'
import type { Level } from '../../shared/report/levels'
import type { List } from '../../shared/report/lists'
import type { Report } from '../../shared/report/report'
import { noteSchema, schema } from '../../shared/report/schema'

// Small builders, so that a test's report reads like a report. Strings become text; ids may be left out.

let lastId = 0
const nextId = (): string => `b${++lastId}`

export type Inline = string | Node
const inlines = (content: readonly Inline[]): Node[] =>
  content.flatMap(item => (typeof item === 'string' ? (item ? [schema.text(item)] : []) : [item]))

export const heading = (level: Level, title: string, id = nextId()): Node =>
  schema.node('heading', { id, level }, inlines([title]))
export const paragraph = (...content: Inline[]): Node =>
  schema.node('paragraph', { id: nextId() }, inlines(content))
export const item = (list: List, ...content: Inline[]): Node =>
  schema.node('paragraph', { id: nextId(), list }, inlines(content))
export const strong = (text: string): Node => schema.text(text, [schema.mark('strong')])
export const noteRef = (id: string): Node => schema.node('note_ref', { id })
export const sheet = (...blocks: Node[]): Node => schema.node('sheet', null, blocks)
export const text = (...sheets: Node[]): Node => schema.node('report', null, sheets)

/** A note's body: one paragraph a string. */
export const note = (...paragraphs: string[]): Node =>
  noteSchema.node(
    'note',
    null,
    paragraphs.map(words => noteSchema.node('paragraph', null, words ? [noteSchema.text(words)] : [])),
  )

export function report(
  content: { text: Node; notes?: Record<string, Node> } & Partial<Omit<Report, 'text' | 'notes'>>,
): Report {
  return {
    fields: content.fields ?? emptyFields,
    text: content.text,
    notes: new Map(Object.entries(content.notes ?? {}) as [NoteId, Node][]),
    indicators: content.indicators ?? new Map(),
    options: content.options ?? new Map(),
  }
}
