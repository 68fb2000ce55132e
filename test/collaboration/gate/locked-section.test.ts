import { expect, test } from 'vitest'
import { Map as YMap, type XmlElement, XmlFragment, type XmlText, type Doc } from 'yjs'
import { sectionFingerprint } from '../../../shared/approvals/section-fingerprint'
import type { BlockId } from '../../../shared/report/ids'
import { readReport } from '../../../shared/sync/read-report'
import {
  bodyOf,
  fieldsOf,
  indicatorsOf,
  notesOf,
  optionsOf,
  rowsOf,
  textOf,
  wordingsOf,
} from '../../../shared/sync/report-doc'
import { gateReport } from '../../support/gate-report'
import { member, outcome, Room } from '../../support/gate-room'
import { blockIn, copyOf, newElement, newId, sheetsIn, wordsIn } from '../../support/shared-blocks'

type Change = (replica: Doc) => void
type Case = readonly [what: string, change: Change]

const secretary = member('thu-ky', 'secretary')

const noteWords = (replica: Doc, id: string): XmlText =>
  (notesOf(replica).get(id)!.get(0) as XmlElement).get(0) as XmlText
const row = (replica: Doc, table: string): YMap<string> =>
  rowsOf(indicatorsOf(replica).get(`${table}-table`)!).get(`${table}-row`)!
const options = (replica: Doc, section: string): YMap<unknown> =>
  optionsOf(replica).get(`${section}-options`)!
const wordingWords = (replica: Doc, section: string): XmlText =>
  (bodyOf(wordingsOf(options(replica, section)).get(`${section}-options-1`)!).get(0) as XmlElement).get(
    0,
  ) as XmlText

/** Puts a block before (0) or after (1) another one, in its sheet. */
function putBeside(replica: Doc, beside: string, after: 0 | 1, element: XmlElement): void {
  const { sheet, index } = blockIn(replica, beside)
  sheet.insert(index + after, [element])
}
const remove = (replica: Doc, id: string): void => {
  const { sheet, index } = blockIn(replica, id)
  sheet.delete(index)
}
const paragraph = (words = 'Đoạn mới.'): XmlElement => newElement('paragraph', { id: newId() }, words)
const heading = (level: string, id = newId()): XmlElement => newElement('heading', { id, level }, 'Mục mới')

const attacks: readonly Case[] = [
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

const copies: readonly Case[] = [
  [
    'a second mark of its note',
    replica => blockIn(replica, 'B-q').element.insert(1, [newElement('note_ref', { id: 'L-note' })]),
  ],
  [
    'pointing the mark of another note at its note',
    replica => (blockIn(replica, 'B-p').element.get(1) as XmlElement).setAttribute('id', 'L-note'),
  ],
  [
    'a second place for its table',
    replica => putBeside(replica, 'B-q', 1, newElement('indicator_table', { id: 'L-table' })),
  ],
  [
    'pointing another table at its table',
    replica => blockIn(replica, 'B-table').element.setAttribute('id', 'L-table'),
  ],
  [
    'pointing other options at its options',
    replica => blockIn(replica, 'B-options').element.setAttribute('id', 'L-options'),
  ],
  ['copying its heading with its id', replica => putBeside(replica, 'B-q', 0, heading('number', 'L'))],
  ['giving another heading its id', replica => blockIn(replica, 'B').element.setAttribute('id', 'L')],
  [
    'copying a paragraph with its id',
    replica => putBeside(replica, 'B-q', 0, copyOf(blockIn(replica, 'L-p').element)),
  ],
]

function setLevel(replica: Doc, id: string, level: string): void {
  blockIn(replica, id).element.setAttribute('level', level)
}

const legal: readonly Case[] = [
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

/** Client ids on both sides of the one that wrote the report: Yjs orders neighbours by them. */
const clients = [1, 100_000]

const both = (cases: readonly Case[]) =>
  cases.flatMap(([what, change]) => clients.map(client => [what, client, change] as const))

function send(change: Change, client: number): { answer: string; room: Room; isSame: boolean } {
  const room = new Room(gateReport())
  room.lock('L')
  const before = sectionFingerprint(readReport(room.body), 'L' as BlockId)
  const replica = room.join(client)
  replica.transact(() => change(replica))
  const answer = outcome(room.receive(room.unsent(replica), secretary))
  return { answer, room, isSame: sectionFingerprint(readReport(room.body), 'L' as BlockId) === before }
}

test.each(both(attacks))('a locked section is safe from %s (client %i)', (_what, client, change) => {
  const { answer, isSame } = send(change, client)
  expect(answer).toBe('locked')
  expect(isSame).toBe(true)
})

test.each(both(copies))('a locked section is safe from %s (client %i)', (_what, client, change) => {
  const { answer, isSame } = send(change, client)
  expect(answer).toBe('copied-id')
  expect(isSame).toBe(true)
})

test.each(both(legal))(
  'beside a locked section, this is allowed: %s (client %i)',
  (_what, client, change) => {
    const { answer, isSame } = send(change, client)
    expect(answer).toBe('allowed')
    expect(isSame).toBe(true)
  },
)

test.each(both([...attacks, ...copies]))(
  'without a lock nothing stands in the way of %s (client %i)',
  (_what, client, change) => {
    const room = new Room(gateReport())
    const replica = room.join(client)
    replica.transact(() => change(replica))
    expect(outcome(room.receive(room.unsent(replica), secretary))).toBe('allowed')
  },
)
