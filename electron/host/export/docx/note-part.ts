import { BuilderElement, type Document, type Paragraph } from 'docx'
import type { PrintNote } from '../../../../shared/print/print-document'
import type { Profile } from '../../../../shared/print/profile'
import { noteParagraphs } from './paragraphs'
import type { RunContext } from './runs'

/**
 * Adds the notes to the document's own footnotes. The library's option for footnotes puts the number first in the
 * note, which leaves no place for the "(" of "(1) …".
 */
export function addNotes(
  document: Document,
  notes: readonly PrintNote[],
  profile: Profile,
  context: RunContext,
) {
  for (const note of notes) addNote(document, note.number, noteParagraphs(note, profile, context))
}

export const addNote = (document: Document, id: number, children: Paragraph[]): void => {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way in; the library is pinned and tests see it
  document.FootNotes.View.addChildElement(
    new BuilderElement<{ id: number }>({
      name: 'w:footnote',
      attributes: { id: { key: 'w:id', value: id } },
      children,
    }),
  )
}
