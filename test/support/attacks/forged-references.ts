import { mergeUpdates, type Doc } from 'yjs'
import { forge } from '../forge-update'
import { sheetsIn, wordsIn } from '../shared-blocks'
import { copyUnder } from './copy-under'
import { attribute, blockItem, deleted, first, firstLetter, idOf, item, words, type Forgery } from './forgery'

/** Structs that name what nobody has seen, or what is elsewhere. */
export const forgedReferences: readonly Forgery[] = [
  {
    what: 'a new root',
    code: 'unknown-root',
    updates: (_body, client) => [first(client, item({ parent: 'shadow', key: 'a', content: words() }))],
  },
  {
    what: 'a new root in a struct that the host has, where Yjs would make one all the same',
    code: 'unknown-root',
    updates: (body, client) => [
      first(client, item({ left: firstLetter(body, 'B-p'), content: words('a') })),
      first(client, item({ parent: 'shadow', key: 'a', content: words('a') })),
    ],
  },
  {
    what: 'an update behind a gap, which would lie in wait',
    code: 'gap',
    updates: (body, client) => [
      forge([{ client, clock: 5, structs: [item({ left: firstLetter(body, 'B-p'), content: words() })] }]),
    ],
  },
  {
    what: 'a part left out between two structs',
    code: 'gap',
    updates: (body, client) => {
      const left = firstLetter(body, 'B-p')
      const typed = item({ left, content: words() })
      return [first(client, typed, { kind: 'skip', length: 2 }, typed)]
    },
  },
  {
    what: 'a crowd at one place, over which Yjs would be busy for minutes',
    code: 'too-large',
    updates: crowd,
  },
  { what: 'Yjs’s own way of leaving out a part', code: 'gap', updates: leaveOut },
  {
    what: 'two runs of one client, of which applying would drop the first and keep the second in wait',
    code: 'malformed',
    updates: (body, client) => {
      const left = firstLetter(body, 'B-p')
      const run = (clock: number) => ({ client, clock, structs: [item({ left, content: words('a') })] })
      return [forge([run(0), run(1)])]
    },
  },
  {
    what: 'a struct that refers to a later one of its own client, at which Yjs would stop half-way',
    code: 'gap',
    updates: (body, client) => [
      first(
        client,
        item({ left: { client, clock: 1 }, content: words('a') }),
        item({ left: firstLetter(body, 'B-p'), content: words('b') }),
      ),
    ],
  },
  ...[
    { client: 4242, clock: 0 },
    { client: 9_999, clock: 1e9 },
  ].map(left => ({
    what: `an unknown neighbour (${left.client}:${left.clock})`,
    code: 'gap',
    updates: (_body: Doc, client: number) => [first(client, item({ left, content: words() }))],
  })),
  {
    what: 'two clients that refer to each other in a circle',
    code: 'gap',
    updates: (_body, client) => {
      const run = (own: number, other: number) => ({
        client: own,
        clock: 0,
        structs: [item({ left: { client: other, clock: 0 }, content: words() })],
      })
      return [forge([run(client, client + 1_000_000), run(client + 1_000_000, client)])]
    },
  },
  {
    what: 'a deletion ahead of time',
    code: 'gap',
    updates: (_body, client) => [forge([], [{ client, clock: 0, length: 3 }])],
  },
  {
    what: 'a deletion beyond the end of what somebody has written',
    code: 'gap',
    updates: () => [forge([], [{ client: 9_999, clock: 1e6, length: 1 }])],
  },
  {
    what: 'a known struct with an unknown neighbour, behind which Yjs would keep everything in wait',
    code: 'gap',
    updates: (body, client) => {
      const left = firstLetter(body, 'B-p')
      return [
        first(client, item({ left, content: words('a') })),
        first(
          client,
          item({ left: { client: 4242, clock: 0 }, content: words('a') }),
          item({ left, content: words('b') }),
        ),
      ]
    },
  },
  {
    what: 'neighbours in two places, between which Yjs would put it by who hears what first',
    code: 'malformed',
    updates: (body, client) => [
      first(
        client,
        item({
          left: idOf(blockItem(body, 'A1-p')),
          right: idOf(blockItem(body, 'B-p')),
          content: { kind: 'element', name: 'paragraph' },
        }),
      ),
    ],
  },
  {
    what: 'a deleted value under a key of the locked section, which takes the place of the value before it',
    code: 'locked',
    updates: (body, client) => [
      first(client, item({ left: idOf(attribute(body, 'L', 'level')), content: deleted })),
    ],
  },
  {
    what: 'the deletion of the locked section’s sheet by its own id alone',
    code: 'locked',
    updates: body => [forge([], [{ ...idOf(sheetsIn(body)[1]!._item), length: 1 }])],
  },
  {
    what: 'words under the id of the imported report',
    code: 'foreign-client',
    updates: body => {
      const copy = copyUnder(body, 9_999)
      return [changeOf(copy, () => wordsIn(copy, 'B-p').insert(0, 'c'))]
    },
  },
]

/** Each with all before it between its neighbours; Yjs takes ten seconds for 80 kB of it. */
function crowd(body: Doc, client: number): Uint8Array[] {
  const { client: writer, clock } = firstLetter(body, 'B-p')
  const [left, end] = [
    { client: writer, clock },
    { client: writer, clock: clock + 1 },
  ]
  const half = 2_500
  const rightOf = (at: number) => (at === 0 ? end : { client, clock: at < half ? at - 1 : at - half })
  const structs = Array.from({ length: 2 * half }, (_, at) =>
    item({ left, right: rightOf(at), content: words('x') }),
  )
  return [first(client, ...structs)]
}

function leaveOut(body: Doc, client: number): Uint8Array[] {
  const replica = copyUnder(body, client)
  const type = (letter: string): Uint8Array =>
    changeOf(replica, () => wordsIn(replica, 'B-p').insert(0, letter))
  const [a, , c] = [type('a'), type('b'), type('c')]
  return [mergeUpdates([a, c])]
}

/** The update that a change makes. */
export function changeOf(replica: Doc, change: () => void): Uint8Array {
  let made = new Uint8Array()
  const note = (update: Uint8Array): void => void (made = Uint8Array.from(update))
  replica.on('update', note)
  replica.transact(change)
  replica.off('update', note)
  return made
}
