import { type XmlElement } from 'yjs'
import { blockIn, copyOf, newElement } from '../shared-blocks'
import { heading, putBeside, type Case } from './changes'

/** Ids of the locked section, given to something else: each is refused as "copied-id". */
export const copies: readonly Case[] = [
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
