import type { Mark, Node, Schema } from 'prosemirror-model'
import type { NoteId } from '../../report/ids'
import type { SourceInline, SourceMarks } from '../source'

/** How a source note's id translates; undefined where a reference cannot stand (inside a note). */
export type NoteRefs = (sourceId: string) => NoteId | undefined

/** Source content as the schema has it. Marks in `without` are left off (a heading's bold is its style's). */
export function inlineNodes(
  inlines: readonly SourceInline[],
  schema: Schema,
  context: { refs: NoteRefs; without?: readonly (keyof SourceMarks)[] },
): Node[] {
  return inlines.flatMap(inline => {
    if (inline.kind === 'break') return [schema.node('hard_break')]
    if (inline.kind === 'text')
      return [schema.text(inline.text, toMarks(inline.marks, schema, context.without))]
    const id = context.refs(inline.id)
    return id === undefined ? [] : [schema.node('note_ref', { id })]
  })
}

const plainMarks = ['strong', 'em', 'underline', 'superscript', 'subscript'] as const

function toMarks(marks: SourceMarks, schema: Schema, without: readonly (keyof SourceMarks)[] = []): Mark[] {
  const kept = plainMarks
    .filter(name => marks[name] === true && !without.includes(name))
    .filter(name => name !== 'subscript' || marks.superscript !== true)
    .map(name => schema.mark(name))
  return marks.href === undefined ? kept : [schema.mark('link', { href: marks.href }), ...kept]
}
