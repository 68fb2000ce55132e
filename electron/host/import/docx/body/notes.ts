import { childrenOf, type XmlElement } from '../xml/element'
import type { Relationships } from '../package/relationships'

export type NoteKind = 'footnote' | 'endnote'

/** One part of notes (footnotes or endnotes) as read. */
export interface NotePart {
  readonly notes: ReadonlyMap<string, XmlElement>
  readonly relationships: Relationships
}

/** A reference in the text: its own id, and the note it leads to. */
export interface ReferredNote {
  readonly id: string
  readonly element: XmlElement
  readonly relationships: Relationships
}

/** Follows which notes the text refers to, in its order. */
export interface NoteReferences {
  /** The id for a reference to this note; undefined when the file holds no such note. */
  refer(kind: NoteKind, id: string): string | undefined
  readonly referred: readonly ReferredNote[]
  /** Notes that no reference leads to. */
  orphans(): readonly XmlElement[]
}

export function noteReferences(parts: Readonly<Record<NoteKind, NotePart>>): NoteReferences {
  const referred: ReferredNote[] = []
  const seen = new Map<XmlElement, number>()
  return {
    referred,
    refer: (kind, id) => {
      const element = parts[kind].notes.get(id)
      if (!element) return undefined
      const times = (seen.get(element) ?? 0) + 1
      seen.set(element, times)
      // Word numbers a second reference to one note as a note of its own.
      const unique = `${kind}-${id}${times > 1 ? `-${times}` : ''}`
      referred.push({ id: unique, element, relationships: parts[kind].relationships })
      return unique
    },
    orphans: () =>
      [...parts.footnote.notes.values(), ...parts.endnote.notes.values()].filter(note => !seen.has(note)),
  }
}

/** The notes of a part by id, without the separators that Word keeps there. */
export function notesIn(root: XmlElement | null, kind: NoteKind): ReadonlyMap<string, XmlElement> {
  const notes = new Map<string, XmlElement>()
  for (const note of childrenOf(root ?? undefined, kind)) {
    const { id = '', type = 'normal' } = note.attributes
    if (type === 'normal') notes.set(id, note)
  }
  return notes
}
