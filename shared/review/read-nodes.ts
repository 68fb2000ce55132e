import { Fragment, Node, type Schema } from 'prosemirror-model'
import type { Report } from '../report/report'
import { isNoteRef, noteIdOf } from '../report/nodes'
import { schema } from '../report/schema'

/**
 * Nodes of the text from the JSON of a record; null where they do not fit. With a report, marks of notes that it does
 * not have are left out: they would stand there without a note.
 */
export function readNodes(
  json: readonly unknown[],
  report?: Pick<Report, 'notes'>,
  as: Schema = schema,
): readonly Node[] | null {
  try {
    const nodes = json.map(each => Node.fromJSON(as, each))
    for (const node of nodes) node.check()
    return report ? withKnownNotes(Fragment.fromArray(nodes), report).content : nodes
  } catch (error) {
    // What does not fit the schema; anything else is a mistake of ours.
    if (error instanceof RangeError) return null
    throw error
  }
}

function withKnownNotes(content: Fragment, report: Pick<Report, 'notes'>): Fragment {
  const kept = content.content.flatMap(node => {
    if (isNoteRef(node)) return report.notes.has(noteIdOf(node)) ? [node] : []
    return [node.isText ? node : node.copy(withKnownNotes(node.content, report))]
  })
  return Fragment.fromArray(kept)
}
