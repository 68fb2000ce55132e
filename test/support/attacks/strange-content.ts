import { type Map as YMap, type Doc } from 'yjs'
import type { Struct } from '../forge-update'
import { newElement, sheetsIn, wordsIn } from '../shared-blocks'
import { copyUnder } from './copy-under'
import { changeOf } from './forged-references'
import {
  attribute,
  blockItem,
  first,
  firstLetter,
  idOf,
  item,
  words,
  wordsItem,
  type Forgery,
} from './forgery'

const places: readonly (readonly [string, (body: Doc) => Struct])[] = [
  ['a subdocument', body => item({ parent: idOf(blockItem(body, 'B')), content: { kind: 'subdocument' } })],
  [
    'an unknown node',
    body => item({ parent: idOf(blockItem(body, 'B-p')), content: { kind: 'element', name: 'video' } }),
  ],
  [
    'a node called text',
    body => item({ parent: idOf(blockItem(body, 'B-p')), content: { kind: 'element', name: 'text' } }),
  ],
  [
    'a row outside a table',
    body => item({ left: idOf(blockItem(body, 'B')), content: { kind: 'element', name: 'table_row' } }),
  ],
  [
    'a sheet in a paragraph',
    body => item({ parent: idOf(blockItem(body, 'B-p')), content: { kind: 'element', name: 'sheet' } }),
  ],
  ['a map in a paragraph', body => item({ parent: idOf(blockItem(body, 'B-p')), content: { kind: 'map' } })],
  ['words directly in a sheet', body => item({ left: idOf(blockItem(body, 'B')), content: words() })],
  [
    'a node among words',
    body => item({ left: firstLetter(body, 'B-p'), content: { kind: 'element', name: 'note_ref' } }),
  ],
  [
    'a value among words',
    body => item({ left: firstLetter(body, 'B-p'), content: { kind: 'value', value: 'a' } }),
  ],
  [
    'an attribute of words',
    body => item({ parent: idOf(wordsItem(body, 'B-p')), key: 'a', content: { kind: 'value', value: 'a' } }),
  ],
  [
    'an unknown attribute',
    body =>
      item({ parent: idOf(blockItem(body, 'B-p')), key: 'onclick', content: { kind: 'value', value: 'a' } }),
  ],
  [
    'an attribute of another node',
    body =>
      item({ parent: idOf(blockItem(body, 'B-p')), key: 'level', content: { kind: 'value', value: 'part' } }),
  ],
  [
    'an unknown level',
    body => item({ left: idOf(attribute(body, 'B', 'level')), content: { kind: 'value', value: 'volume' } }),
  ],
  [
    'an object as an attribute',
    body => item({ left: idOf(attribute(body, 'B', 'level')), content: { kind: 'value', value: { a: 1 } } }),
  ],
  [
    'an endless id',
    body =>
      item({ left: idOf(attribute(body, 'B', 'id')), content: { kind: 'value', value: 'x'.repeat(200) } }),
  ],
  [
    'an inherited name as a field',
    () => item({ parent: 'meta', key: 'constructor', content: { kind: 'value', value: 'a' } }),
  ],
  ['an unknown field', () => item({ parent: 'meta', key: 'note', content: { kind: 'value', value: 'a' } })],
  ['a record without a key', () => item({ parent: 'indicators', content: { kind: 'map' } })],
  ['a note that is a map', () => item({ parent: 'notes', key: 'n', content: { kind: 'map' } })],
]

const changed = (what: string, code: string, change: (replica: Doc) => void): Forgery => ({
  what,
  code,
  updates: (body, client) => {
    const replica = copyUnder(body, client)
    return [changeOf(replica, () => change(replica))]
  },
})

/** Content that reports do not hold; one such node in an open section, and honest editors delete what is around it. */
export const strangeContent: readonly Forgery[] = [
  ...places.map(([what, structFor]): Forgery => ({
    what,
    code: 'unknown-content',
    updates: (body, client) => [first(client, structFor(body))],
  })),
  ...[{}, { href: 1 }, { href: 'a', onclick: 'b' }].map(value =>
    changed(`a link like ${JSON.stringify(value)}`, 'unknown-content', replica =>
      wordsIn(replica, 'B-p').format(0, 2, { link: value }),
    ),
  ),
  changed('an unknown mark', 'unknown-content', replica =>
    wordsIn(replica, 'B-p').format(0, 2, { blink: {} }),
  ),
  changed('a nest of tables that would stop a reader', 'unknown-content', nestTables),
  {
    what: 'a table without rows',
    code: 'broken-record',
    updates: (_body, client) => [
      first(client, item({ parent: 'indicators', key: 't', content: { kind: 'map' } })),
    ],
  },
  changed('a table from which the rows are taken', 'broken-record', replica =>
    (replica.getMap('indicators').get('B-table') as YMap<unknown>).delete('rows'),
  ),
]

function nestTables(replica: Doc): void {
  const names = ['table', 'table_row', 'table_cell']
  let inner = newElement('paragraph', {})
  for (let depth = 59; depth >= 0; depth--) {
    const outer = newElement(names[depth % 3]!, {})
    outer.insert(0, [inner])
    inner = outer
  }
  sheetsIn(replica)[2]!.insert(1, [inner])
}
