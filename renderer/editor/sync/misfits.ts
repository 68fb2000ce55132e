import type { Node, Schema } from 'prosemirror-model'
import { XmlText, type XmlElement } from 'yjs'

/** What of the shared document does not fit the schema here: written by a newer program, or by a broken one. */
export interface Misfits {
  /** Takes note of one; gives what to show in its place: words without their marks, nothing for a block. */
  readonly found: (type: XmlElement | XmlText) => Node[] | null
  /** Whether any is still there. */
  readonly areAny: () => boolean
}

export function createMisfits(as: Schema): Misfits {
  const known = new Set<XmlElement | XmlText>()
  return {
    found(type) {
      known.add(type)
      return type instanceof XmlText ? bareWords(type, as) : null
    },
    areAny() {
      for (const type of known) if (type._item === null || type._item.deleted) known.delete(type)
      return known.size > 0
    },
  }
}

function bareWords(text: XmlText, as: Schema): Node[] {
  const words = (text.toDelta() as { insert: unknown }[])
    .map(run => (typeof run.insert === 'string' ? run.insert : ''))
    .join('')
  return words === '' ? [] : [as.text(words)]
}
