import { describe, expect, test } from 'vitest'
import {
  mentionAt,
  namedIn,
  nameInto,
  peopleFor,
  splitAtNames,
  type Mentionable,
} from '../../../../renderer/panels/review/annotations/mention'

const person = (id: string, name: string, unit = ''): Mentionable => ({ id, name, unit })
const lan = person('1', 'Trần Thị Lan', 'Sở Tài chính')
const lanAnh = person('2', 'Trần Thị Lan Anh', 'Sở Y tế')
const duc = person('3', 'Phạm Đức', 'Văn phòng')

describe('naming somebody', () => {
  test.each([
    ['@', 1, ''],
    ['Nhờ @Trần Th', 12, 'Trần Th'],
    ['(@lan', 5, 'lan'],
  ])('begins with "@" at the beginning of a word: %s', (text, caret, query) => {
    expect(mentionAt(text, caret)?.query).toBe(query)
  })

  test('does not begin within an address', () => {
    expect(mentionAt('lan@sotaichinh', 14)).toBeNull()
  })

  test('ends with the line', () => {
    expect(mentionAt('@Lan\nxem', 8)).toBeNull()
  })

  test('finds names by the beginning of any word, without tones, those before units', () => {
    const inLan = person('4', 'Ngô Vinh', 'Phòng Lân cận')
    expect(peopleFor('lan', [inLan, duc, lan])).toEqual([lan, inLan])
    expect(peopleFor('duc', [lan, duc])).toEqual([duc])
    expect(peopleFor('an', [lan, duc])).toEqual([])
  })

  test('puts the whole name in place of what was typed, and the caret behind it', () => {
    const next = nameInto('Nhờ @la xem', { from: 4, caret: 7, name: lan.name })
    expect(next.text).toBe('Nhờ @Trần Thị Lan xem')
    expect(next.text.slice(0, next.caret)).toBe('Nhờ @Trần Thị Lan ')
  })

  test('names nobody whose name was written over', () => {
    expect(namedIn('Nhờ @Phạm Đức xem', [lan, duc])).toEqual(['3'])
    expect(namedIn('Nhờ @Phạm xem', [lan, duc])).toEqual([])
  })

  test('names only the one whose longer name is written', () => {
    expect(namedIn('Nhờ @Trần Thị Lan Anh xem', [lan, lanAnh])).toEqual(['2'])
    expect(namedIn('@Trần Thị Lan Anh và @Trần Thị Lan', [lan, lanAnh])).toEqual(['1', '2'])
  })

  test('shows a name as one, the longest where one begins another, whatever signs stand in it', () => {
    expect(splitAtNames('@Trần Thị Lan Anh xem', [lan.name, lanAnh.name])).toEqual([
      { text: '@Trần Thị Lan Anh', isName: true },
      { text: ' xem', isName: false },
    ])
    expect(splitAtNames('@A (B+C) đây', ['A (B+C)'])[0]).toEqual({ text: '@A (B+C)', isName: true })
  })
})
