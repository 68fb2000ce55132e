import { describe, expect, test } from 'vitest'
import { colourOfMember, memberColours } from '../../../shared/sync/member-colour'
import { Presence, readPresence } from '../../../shared/sync/presence'

const user = { id: 'm1', name: 'Trần Thị Hà' }
const at = { type: { client: 1, clock: 2 }, item: { client: 1, clock: 3 }, assoc: 0 }

describe('what a program says of where a person is', () => {
  test('names a note, a wording or a cell beside the text', () => {
    const cell = { kind: 'cell', tableId: 't', rowId: 'r', cell: 'name' } as const
    expect(readPresence({ user, place: 'b1', within: cell, moves: 3 })).toEqual({
      user,
      place: 'b1',
      within: cell,
      moves: 3,
    })
  })

  test.each<[string, object, string]>([
    ['a position without its shape', { cursor: { anchor: 'x', head: at } }, 'cursor'],
    ['a position in another root', { cursor: { anchor: { ...at, tname: 'meta' }, head: at } }, 'cursor'],
    ['an unknown column', { within: { kind: 'cell', tableId: 't', rowId: 'r', cell: 'x' } }, 'within'],
    ['an endless id', { within: { kind: 'note', id: 'x'.repeat(101) } }, 'within'],
    ['an endless place', { place: 'x'.repeat(101) }, 'place'],
    ['a count that is none', { moves: -1.5 }, 'moves'],
  ])('loses %s, and nothing else', (_what, broken, field) => {
    const read = Presence.parse({ cursor: { anchor: at, head: at }, place: 'b1', ...broken })
    expect(read[field as keyof typeof read]).toBeUndefined()
    expect(read[field === 'place' ? 'cursor' : 'place']).toBeDefined()
  })

  test('is nobody without a name of the host’s', () => {
    expect(readPresence({ place: 'b1' })).toBeNull()
    expect(readPresence({ user: { id: 'm1', name: '' } })).toBeNull()
    expect(readPresence(null)).toBeNull()
  })
})

describe('a member’s colour', () => {
  test('is one of the window’s, and always the same', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `thành viên ${index}`)
    const colours = ids.map(colourOfMember)
    expect(ids.map(colourOfMember)).toEqual(colours)
    expect(new Set(colours)).toEqual(new Set(Array.from({ length: memberColours }, (_, index) => index + 1)))
  })
})
