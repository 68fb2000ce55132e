import { describe, expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, type XmlText } from 'yjs'
import { rowCells } from '../../../shared/indicators/indicator-row'
import { fieldNames } from '../../../shared/report/fields'
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
import { toFragment, toRow } from '../../../shared/sync/write-report'
import { ApprovalRoom } from '../../support/approval-room'
import { row } from '../../support/build-indicators'
import { note } from '../../support/build-report'
import { blockIn, copyOf, newElement, wordsIn } from '../../support/shared-blocks'

type Change = (body: Doc) => void
/** What is done, how, and whether an approval of section L then stands for words that are no longer there. */
type Case = readonly [string, Change, 'reopens' | 'stays']

const paragraph = (words = 'Đoạn mới', more: object = {}) =>
  newElement('paragraph', { id: 'new', ...more }, words)
const putBehind = (body: Doc, id: string, ...blocks: XmlElement[]): void => {
  const { sheet, index } = blockIn(body, id)
  sheet.insert(index + 1, blocks)
}
const remove = (body: Doc, id: string): void => {
  const { sheet, index } = blockIn(body, id)
  sheet.delete(index)
}
/** As an editor moves a block: a copy of it elsewhere, the same id. */
const move = (body: Doc, id: string, behind: string): void => {
  const copy = copyOf(blockIn(body, id).element)
  remove(body, id)
  putBehind(body, behind, copy)
}
const set = (body: Doc, id: string, name: string, value: unknown): void =>
  blockIn(body, id).element.setAttribute(name, value as string)
const noteWords = (body: Doc, id: string): XmlText =>
  (notesOf(body).get(id)!.get(0) as XmlElement).get(0) as XmlText
const tableOf = (body: Doc, id = 'L-table') => indicatorsOf(body).get(id)!
const rowOf = (body: Doc, id = 'L') => rowsOf(tableOf(body, `${id}-table`)).get(`${id}-row`)!
const optionsIn = (body: Doc, id = 'L-options') => optionsOf(body).get(id)!
const wordingOf = (body: Doc, id: string) => wordingsOf(optionsIn(body)).get(id)!

const ofWords: Case[] = [
  ['a letter typed in a paragraph', body => wordsIn(body, 'L-p').insert(3, 'x'), 'reopens'],
  ['a letter deleted in a paragraph', body => wordsIn(body, 'L-p').delete(1, 1), 'reopens'],
  ['a space typed at the end', body => wordsIn(body, 'L-q').insert(21, ' '), 'reopens'],
  ['the title changed', body => wordsIn(body, 'L').insert(0, 'Về '), 'reopens'],
  ['words in an inner section', body => wordsIn(body, 'L1-p').insert(0, 'Và '), 'reopens'],
  ['the title of an inner section', body => wordsIn(body, 'L1').insert(0, 'Và '), 'reopens'],
  ...['strong', 'em', 'underline', 'superscript', 'subscript'].map((mark): Case => [
    `words made ${mark}`,
    body => wordsIn(body, 'L-p').format(0, 4, { [mark]: {} }),
    'reopens',
  ]),
  ['words linked', body => wordsIn(body, 'L-p').format(0, 4, { link: { href: 'https://a.vn' } }), 'reopens'],
  [
    'words deleted and typed again',
    body => {
      wordsIn(body, 'L-q').delete(0, 4)
      wordsIn(body, 'L-q').insert(0, 'Đoạn')
    },
    'stays',
  ],
  [
    'words made bold and plain again',
    body => {
      wordsIn(body, 'L-p').format(0, 4, { strong: {} })
      wordsIn(body, 'L-p').format(0, 4, { strong: null })
    },
    'stays',
  ],
]

const ofBlocks: Case[] = [
  ['a paragraph added', body => putBehind(body, 'L-p', paragraph()), 'reopens'],
  ['an empty paragraph added', body => putBehind(body, 'L-p', paragraph('')), 'reopens'],
  ['a paragraph deleted', body => remove(body, 'L-q'), 'reopens'],
  ['two paragraphs changed places', body => move(body, 'L-p', 'L-q'), 'reopens'],
  [
    'a paragraph split',
    body => {
      wordsIn(body, 'L-q').delete(4, 17)
      putBehind(body, 'L-q', paragraph(' thứ hai của L.'))
    },
    'reopens',
  ],
  ['a paragraph moved out', body => move(body, 'L-q', 'B-p'), 'reopens'],
  ['a paragraph moved in', body => move(body, 'B-q', 'L-q'), 'reopens'],
  ['a general table added', body => putBehind(body, 'L-p', newElement('table', { id: 'new' })), 'reopens'],
  ['an indicator table taken out', body => remove(body, 'L-table'), 'reopens'],
  ['a set of wordings taken out', body => remove(body, 'L-options'), 'reopens'],
  ['a list begun', body => set(body, 'L-p', 'list', 'dash'), 'reopens'],
  ['a list that starts elsewhere', body => set(body, 'L-p', 'start', 3), 'reopens'],
  ['a paragraph centred', body => set(body, 'L-p', 'align', 'center'), 'reopens'],
  ['the name of a block', body => set(body, 'L-p', 'id', 'other'), 'stays'],
  ['a paragraph cut and pasted back under another name', body => repaste(body, 'L-p'), 'stays'],
]

/** The same words as a new block: that is what cutting and pasting makes. */
function repaste(body: Doc, id: string): void {
  const { sheet, index, element } = blockIn(body, id)
  const copy = copyOf(element)
  sheet.delete(index)
  copy.setAttribute('id', 'pasted')
  sheet.insert(index, [copy])
}

const ofSections: Case[] = [
  ['its own level', body => set(body, 'L', 'level', 'number'), 'reopens'],
  ['the level of an inner section', body => set(body, 'L1', 'level', 'subnumber'), 'reopens'],
  ['an inner section raised beside it', body => set(body, 'L1', 'level', 'roman'), 'reopens'],
  ['an inner section deleted', body => ['L1', 'L1-p'].forEach(id => remove(body, id)), 'reopens'],
  [
    'an inner section added',
    body => putBehind(body, 'L1-p', newElement('heading', { id: 'new', level: 'number' }, 'Mục mới')),
    'reopens',
  ],
  ['moved under another heading', moveUnderC, 'reopens'],
  ['moved among its neighbours', moveBeforeA1, 'stays'],
  ['a neighbour before it deleted, so that its number changes', removeA1, 'stays'],
  ['a section added before it, so that its number changes', addBeforeL, 'stays'],
  ['a neighbour’s words', body => wordsIn(body, 'B-p').insert(0, 'x'), 'stays'],
  ['a neighbour’s title', body => wordsIn(body, 'A1').insert(0, 'x'), 'stays'],
  ['the title of the section around it', body => wordsIn(body, 'A').insert(0, 'x'), 'stays'],
  ['words of the section around it', body => wordsIn(body, 'A-p').insert(0, 'x'), 'stays'],
  [
    'a heading put before it, which takes it in',
    body => {
      const { sheet, index } = blockIn(body, 'L')
      sheet.insert(index, [newElement('heading', { id: 'new', level: 'letter' }, 'Phần mới')])
    },
    'reopens',
  ],
]

const blocksOfL = ['L', 'L-p', 'L-q', 'L-table', 'L-options', 'L1', 'L1-p']

function moveUnderC(body: Doc): void {
  let behind = 'C-p'
  for (const id of blocksOfL) {
    move(body, id, behind)
    behind = id
  }
}

function moveBeforeA1(body: Doc): void {
  let behind = 'A-p'
  for (const id of blocksOfL) {
    move(body, id, behind)
    behind = id
  }
}

function removeA1(body: Doc): void {
  for (const id of ['A1', 'A1-p', 'A1-q', 'A1-table', 'A1-options']) remove(body, id)
}

function addBeforeL(body: Doc): void {
  const { sheet, index } = blockIn(body, 'L')
  sheet.insert(index, [newElement('heading', { id: 'new', level: 'roman' }, 'Mục mới')])
}

const ofNotes: Case[] = [
  ['words in a note', body => noteWords(body, 'L-note').insert(0, 'x'), 'reopens'],
  ['bold in a note', body => noteWords(body, 'L-note').format(0, 3, { strong: {} }), 'reopens'],
  ['a paragraph in a note', body => notesOf(body).get('L-note')!.push([paragraph()]), 'reopens'],
  [
    'a note added',
    body => {
      notesOf(body).set('new', toFragment(note('Chú thích mới.')))
      blockIn(body, 'L-q').element.push([newElement('note_ref', { id: 'new' })])
    },
    'reopens',
  ],
  ['a note taken out', body => blockIn(body, 'L-p').element.delete(1, 1), 'reopens'],
  ['a note whose body is lost', body => notesOf(body).delete('L-note'), 'reopens'],
  ['a note elsewhere', body => noteWords(body, 'B-note').insert(0, 'x'), 'stays'],
  ['a note that nothing shows', body => notesOf(body).set('new', toFragment(note('Lạc'))), 'stays'],
]

const ofIndicators: Case[] = [
  ...rowCells.map((cell): Case => [
    `the cell “${cell}”`,
    body => rowOf(body).set(cell, 'khác 12,5'),
    'reopens',
  ]),
  ...rowCells.map((cell): Case => [
    `the title of the column “${cell}”`,
    body => tableOf(body).set(`column:${cell}`, 'Khác'),
    'reopens',
  ]),
  ['which way is better', body => rowOf(body).set('direction', 'down'), 'reopens'],
  ['the kind of a row', body => rowOf(body).set('kind', 'sub'), 'reopens'],
  ['the title of a table', body => tableOf(body).set('title', 'Bảng'), 'reopens'],
  ['a row added', body => addRow(body, 'zz'), 'reopens'],
  ['a row deleted', body => rowsOf(tableOf(body)).delete('L-row'), 'reopens'],
  ['the key by which a single row is ordered', body => rowOf(body).set('order', 'a5'), 'stays'],
  ['a cell elsewhere', body => rowOf(body, 'B').set('result', '99'), 'stays'],
]

function addRow(body: Doc, order: string): void {
  rowsOf(tableOf(body)).set('new', toRow(row({ id: 'new', name: 'Chỉ tiêu mới' }), order))
}

const ofOptions: Case[] = [
  ['a wording chosen', body => optionsIn(body).set('chosen', 'L-options-2'), 'reopens'],
  ['the name of a set of wordings', body => optionsIn(body).set('name', 'Chủ đề'), 'reopens'],
  [
    'words of a wording',
    body => ((bodyOf(wordingOf(body, 'L-options-1')).get(0) as XmlElement).get(0) as XmlText).insert(0, 'x'),
    'reopens',
  ],
  ['the order of wordings', body => wordingOf(body, 'L-options-1').set('order', 'zz'), 'reopens'],
  ['a wording deleted', body => wordingsOf(optionsIn(body)).delete('L-options-2'), 'reopens'],
  ['a choice elsewhere', body => optionsIn(body, 'B-options').set('chosen', 'B-options-1'), 'stays'],
]

const ofTheReport: Case[] = [
  ...fieldNames.map((name): Case => [
    `the field “${name}”`,
    body => fieldsOf(body).set(name, 'khác'),
    'stays',
  ]),
  [
    'a border of sheets in the middle of it',
    body => {
      const { sheet, index } = blockIn(body, 'L-q')
      const rest = sheet.toArray().slice(index) as XmlElement[]
      const moved = new XmlElement('sheet')
      const copies = rest.map(copyOf)
      sheet.delete(index, rest.length)
      textOf(body).insert(2, [moved])
      moved.insert(0, copies)
    },
    'stays',
  ],
  ['an empty sheet', body => textOf(body).insert(1, [new XmlElement('sheet')]), 'stays'],
]

const table = { ofWords, ofBlocks, ofSections, ofNotes, ofIndicators, ofOptions, ofTheReport }

function approvedRoom(): ApprovalRoom {
  const room = new ApprovalRoom()
  const leader = room.join('leader', 'Nguyễn Thị Lan')
  room.ask({ kind: 'approval.rules', lockOnApproval: false })
  expect(room.approve(leader, 'L')).toBe('ok')
  expect(room.state('L')).toBe('approved')
  return room
}

describe.each(Object.entries(table))('an approval, %s', (_kind, cases) => {
  test.each(cases)('%s', (_what, change, outcome) => {
    const room = approvedRoom()
    // By somebody else, over the network.
    const other = new Doc()
    applyUpdate(other, encodeStateAsUpdate(room.body))
    other.transact(() => change(other))
    const update = encodeStateAsUpdate(other, encodeStateVector(room.body))
    applyUpdate(room.body, update)
    expect(room.state('L')).toBe(outcome === 'reopens' ? 'outdated' : 'approved')
  })
})

test('the order of rows reopens it', () => {
  const room = new ApprovalRoom()
  addRow(room.body, 'zz')
  const leader = room.join('leader', 'Nguyễn Thị Lan')
  room.approve(leader, 'L')
  expect(room.state('L')).toBe('approved')
  rowsOf(tableOf(room.body)).get('new')!.set('order', 'A')
  expect(room.state('L')).toBe('outdated')
})

test('words that come back bring the approval back', () => {
  const room = approvedRoom()
  wordsIn(room.body, 'L-p').insert(0, 'x')
  expect(room.state('L')).toBe('outdated')
  wordsIn(room.body, 'L-p').delete(0, 1)
  expect(room.state('L')).toBe('approved')
})

test('a section whose heading is gone is not approved, nor one whose id stands twice', () => {
  const room = approvedRoom()
  putBehind(room.body, 'B-p', newElement('heading', { id: 'L', level: 'number' }, 'Bản sao'))
  expect(() => room.state('L')).toThrow('No section L')
  const other = approvedRoom()
  remove(other.body, 'L')
  expect(() => other.state('L')).toThrow('No section L')
})
