import { XmlFragment } from 'yjs'
import { fieldsOf, notesOf, textOf } from '../../../shared/sync/report-doc'
import { blockIn, copyOf, newElement, sheetsIn, wordsIn } from '../shared-blocks'
import {
  heading,
  noteWords,
  paragraph,
  putBeside,
  remove,
  row,
  setLevel,
  wordingWords,
  type Case,
} from './changes'

/** Edits beside the locked section, which nobody should refuse. */
export const legal: readonly Case[] = [
  ['typing before it', replica => wordsIn(replica, 'A1-p').insert(3, 'xen')],
  ['typing after it', replica => wordsIn(replica, 'B-p').insert(0, 'xen')],
  ['typing into the heading over it', replica => wordsIn(replica, 'A').insert(0, 'xen')],
  [
    'a paragraph at the end of the section before',
    replica => putBeside(replica, 'A1-options', 1, paragraph()),
  ],
  ['a paragraph behind the next heading', replica => putBeside(replica, 'B', 1, paragraph())],
  ['a section of its level before it', replica => sheetsIn(replica)[1]!.insert(0, [heading('roman')])],
  ['a section of its level behind it', replica => putBeside(replica, 'L1-p', 1, heading('roman'))],
  [
    'a section of its level behind it, in a sheet of its own',
    replica => {
      const sheet = newElement('sheet', {})
      sheet.insert(0, [heading('roman'), paragraph()])
      textOf(replica).insert(2, [sheet])
    },
  ],
  [
    'an empty sheet in the middle of nothing',
    replica => textOf(replica).insert(2, [newElement('sheet', {})]),
  ],
  ['removing the heading of the section before', replica => remove(replica, 'A1')],
  ['demoting the section before', replica => setLevel(replica, 'A1', 'number')],
  ['promoting the section behind', replica => setLevel(replica, 'B', 'letter')],
  ['promoting the section around it', replica => setLevel(replica, 'A', 'part')],
  ['deleting the section behind it, where one of its level follows', replica => textOf(replica).delete(2)],
  [
    'moving the section behind it to the front',
    replica => {
      const copy = copyOf(sheetsIn(replica)[2]!)
      textOf(replica).delete(2)
      textOf(replica).insert(1, [copy])
    },
  ],
  ['changing the note of another section', replica => noteWords(replica, 'B-note').insert(0, 'xen')],
  [
    'a new note in another section',
    replica => {
      notesOf(replica).set('new-note', new XmlFragment())
      blockIn(replica, 'B-q').element.insert(1, [newElement('note_ref', { id: 'new-note' })])
    },
  ],
  [
    'a second mark of an open note',
    replica => blockIn(replica, 'A1-q').element.insert(1, [newElement('note_ref', { id: 'B-note' })]),
  ],
  ['a figure of another section', replica => row(replica, 'B').set('result', '100')],
  ['a wording of another section', replica => wordingWords(replica, 'B').insert(0, 'xen')],
  ['a field', replica => fieldsOf(replica).set('place', 'Bến Lức')],
]
