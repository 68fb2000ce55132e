import { expect, test } from 'vitest'
import { markParagraphs } from '../../../shared/numbering/number-paragraphs'
import { numberNotes } from '../../../shared/numbering/number-notes'
import { partyStyle, stateStyle } from '../../support/number-styles'
import { numberSections } from '../../../shared/numbering/number-sections'
import { outlineOf } from '../../../shared/outline/outline'
import { levels } from '../../../shared/report/levels'
import { randomFrom } from '../../support/random'
import { editStructure, randomStructure, textOfStructure, type Sketch } from '../../support/random-structure'

// A second opinion, by definition rather than by counting along: each number is found by looking back from its own
// block, so the two have nothing in common but the rules.

const depth = (block: Sketch): number => (block.kind === 'heading' ? levels.indexOf(block.level) : 9)

/** The block's number among its kind since whatever starts the count again. */
function countBack(
  blocks: readonly Sketch[],
  at: number,
  same: (b: Sketch) => boolean,
  stop: (b: Sketch) => boolean,
) {
  let count = 0
  for (let index = at; index >= 0; index--) {
    const block = blocks[index]!
    if (index < at && stop(block)) break
    if (!same(block)) continue
    count++
    if (block.kind === 'paragraph' && block.start !== null) return count - 1 + block.start
  }
  return count
}

const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC']
const roman = (n: number) => tens[Math.floor(n / 10)]! + ones[n % 10]!
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const small = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split(' ')
const words = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

function headingNumber(blocks: readonly Sketch[], at: number): string {
  const block = blocks[at]!
  const own = depth(block)
  const countAt = (index: number, level: number) =>
    countBack(
      blocks,
      index,
      b => depth(b) === level,
      b => depth(b) < level,
    )
  const n = countAt(at, own)
  if (own === 0) return `Phần thứ ${words[n - 1] ?? n}`
  if (own === 1) return `${letters[n - 1]}-`
  if (own === 2) return `${roman(n)}-`
  if (own === 3) return `${n}.`
  return `${countAt(at, 3)}.${n}.`
}

function paragraphMark(blocks: readonly Sketch[], at: number): string {
  const block = blocks[at]!
  if (block.kind === 'heading' || block.list === 'none') return ''
  if (block.list === 'bullet') return '-'
  const { list } = block
  const same = (b: Sketch) => b.kind === 'paragraph' && b.list === list
  if (list === 'target') return `(${countBack(blocks, at, same, b => depth(b) === 0)}).`
  if (list === 'number') return `${countBack(blocks, at, same, b => b.kind === 'heading')}.`
  const stop = (b: Sketch) => b.kind === 'heading' || b.list === 'number'
  return `${small[(countBack(blocks, at, same, stop) - 1) % small.length]})`
}

test('10 000 random structures are numbered as a second, slower reading numbers them', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = randomFrom(seed)
    let structure = randomStructure(random)
    for (let edit = 0; edit < 100; edit++) {
      structure = editStructure(structure, random)
      const text = textOfStructure(structure)
      const blocks = structure.flat()
      const headings = blocks.flatMap((block, at) =>
        block.kind === 'heading' ? [[block.id, headingNumber(blocks, at)]] : [],
      )
      const marks = blocks.flatMap((block, at) => {
        const mark = paragraphMark(blocks, at)
        return mark ? [[block.id, mark]] : []
      })
      const notes = [...new Set(blocks.flatMap(block => (block.kind === 'paragraph' ? block.notes : [])))]
      const where = `seed ${seed}, edit ${edit}`
      expect([...numberSections(text, partyStyle)], where).toEqual(headings)
      expect([...markParagraphs(text)], where).toEqual(marks)
      expect([...numberNotes(text)], where).toEqual(notes.map((id, index) => [id, index + 1]))
      expect(
        outlineOf(text, partyStyle).items.map(item => [item.id, item.number]),
        where,
      ).toEqual(headings)
    }
  }
})

test('the state style writes the same counts another way', () => {
  const text = textOfStructure([
    [
      { kind: 'heading', id: 'a', level: 'part' },
      { kind: 'heading', id: 'b', level: 'roman' },
    ],
  ])
  expect([...numberSections(text, stateStyle).values()]).toEqual(['Phần I', 'I.'])
})
