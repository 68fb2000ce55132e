import { Map as YMap, XmlFragment, type XmlElement } from 'yjs'
import { indicatorsOf, notesOf, rowsOf, textOf, wordingsOf } from '../../../shared/sync/report-doc'
import { blockIn, copyOf, newElement, newId, sheetsIn, wordsIn } from '../shared-blocks'
import {
  heading,
  noteWords,
  options,
  paragraph,
  putBeside,
  remove,
  row,
  setLevel,
  wordingWords,
  type Case,
} from './changes'

/** Edits that reach the locked section: each is refused as "locked". */
export const attacks: readonly Case[] = [
  ['typing', replica => wordsIn(replica, 'L-p').insert(3, 'xen')],
  ['typing into its heading', replica => wordsIn(replica, 'L').insert(0, 'xen')],
  ['typing into an inner section', replica => wordsIn(replica, 'L1-p').insert(0, 'xen')],
  ['deleting words', replica => wordsIn(replica, 'L-p').delete(0, 4)],
  ['marking words', replica => wordsIn(replica, 'L-p').format(0, 4, { strong: {} })],
  ['aligning a paragraph', replica => blockIn(replica, 'L-p').element.setAttribute('align', 'left')],
  ['removing an attribute', replica => blockIn(replica, 'L').element.removeAttribute('level')],
  ['appending a paragraph', replica => putBeside(replica, 'L1-p', 1, paragraph())],
  [
    'inserting a paragraph before the next heading',
    replica => sheetsIn(replica)[2]!.insert(0, [paragraph()]),
  ],
  ['inserting a paragraph between', replica => putBeside(replica, 'L-q', 0, paragraph())],
  ['deleting a paragraph', replica => remove(replica, 'L-q')],
  ['deleting its heading', replica => remove(replica, 'L')],
  ['deleting it whole', replica => textOf(replica).delete(1)],
  [
    'replacing it whole',
    replica => {
      const copy = copyOf(sheetsIn(replica)[1]!)
      textOf(replica).delete(1)
      textOf(replica).insert(1, [copy])
    },
  ],
  [
    'moving it behind the next section',
    replica => {
      const copy = copyOf(sheetsIn(replica)[1]!)
      textOf(replica).delete(1)
      textOf(replica).insert(2, [copy])
    },
  ],
  [
    'typing there and in an open section at once',
    replica => {
      wordsIn(replica, 'B-p').insert(0, 'mở')
      wordsIn(replica, 'L-p').insert(0, 'khóa')
    },
  ],
  [
    'joining the next section to it (Backspace at its heading)',
    replica => {
      remove(replica, 'B')
      wordsIn(replica, 'L1-p').insert(0, 'Mục B')
    },
  ],
  ['deleting the heading behind it, so that it grows', replica => remove(replica, 'B')],
  ['demoting the heading behind it, so that it grows', replica => setLevel(replica, 'B', 'subnumber')],
  ['demoting itself into the section before', replica => setLevel(replica, 'L', 'number')],
  ['promoting its inner section out of it', replica => setLevel(replica, 'L1', 'letter')],
  ['promoting the section before it, which swallows it', replica => setLevel(replica, 'A1', 'letter')],
  ['demoting the heading over it, which lets it go', replica => setLevel(replica, 'A', 'roman')],
  [
    'giving the heading over it another id',
    replica => blockIn(replica, 'A').element.setAttribute('id', newId()),
  ],
  ['removing the heading over it', replica => remove(replica, 'A')],
  [
    'making the heading over it anew under its old id',
    replica => {
      remove(replica, 'A')
      putBeside(replica, 'A-p', 0, heading('letter', 'A'))
    },
  ],
  [
    'a new heading before it that swallows it',
    replica => sheetsIn(replica)[1]!.insert(0, [heading('letter')]),
  ],
  ['a new heading inside it', replica => putBeside(replica, 'L-q', 0, heading('letter'))],
  [
    'a new heading inside it, of a lower level',
    replica => putBeside(replica, 'L-q', 0, heading('subnumber')),
  ],
  [
    'a new sheet inside it',
    replica => {
      const sheet = newElement('sheet', {})
      sheet.insert(0, [paragraph()])
      textOf(replica).insert(2, [sheet])
    },
  ],
  [
    'a new sheet before it whose heading swallows it',
    replica => {
      const sheet = newElement('sheet', {})
      sheet.insert(0, [heading('part'), paragraph()])
      textOf(replica).insert(1, [sheet])
    },
  ],
  [
    'splitting its sheet by moving its blocks',
    replica => {
      const { element, sheet, index } = blockIn(replica, 'L1-p')
      const moved = newElement('sheet', {})
      moved.insert(0, [copyOf(element)])
      sheet.delete(index)
      textOf(replica).insert(2, [moved])
    },
  ],
  ['changing one of its notes', replica => noteWords(replica, 'L-note').insert(0, 'xen')],
  ['deleting one of its notes', replica => notesOf(replica).delete('L-note')],
  ['replacing one of its notes', replica => notesOf(replica).set('L-note', new XmlFragment())],
  ['removing the mark of a note', replica => blockIn(replica, 'L-p').element.delete(1)],
  [
    'pointing the mark of a note elsewhere',
    replica => (blockIn(replica, 'L-p').element.get(1) as XmlElement).setAttribute('id', 'B-note'),
  ],
  ['changing a figure', replica => row(replica, 'L').set('result', '100')],
  ['moving a row', replica => row(replica, 'L').set('order', 'zz')],
  ['deleting a row', replica => rowsOf(indicatorsOf(replica).get('L-table')!).delete('L-row')],
  [
    'adding a row',
    replica => rowsOf(indicatorsOf(replica).get('L-table')!).set(newId(), new YMap([['order', 'b']])),
  ],
  ['renaming a table', replica => indicatorsOf(replica).get('L-table')!.set('title', 'khác')],
  ['renaming a column', replica => indicatorsOf(replica).get('L-table')!.set('column:base', 'khác')],
  ['deleting a table', replica => indicatorsOf(replica).delete('L-table')],
  ['choosing a wording', replica => options(replica, 'L').set('chosen', 'L-options-2')],
  ['changing a wording', replica => wordingWords(replica, 'L').insert(0, 'xen')],
  ['deleting a wording', replica => wordingsOf(options(replica, 'L')).delete('L-options-1')],
]
