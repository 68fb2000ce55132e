import { Fragment, type Node } from 'prosemirror-model'
import { blockIdOf, isHeading, listOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import type { EditedText } from './edited-text'
import { replaced, spacesIn, wordsBetween, type Word } from './inline'

type Change = (block: Node, word: Word) => Node | undefined

/** One edit of a long paragraph at a word of its own. */
function editParagraph(edited: EditedText, told: string, change: Change): boolean {
  const at = edited.somewhere()
  return at !== undefined && editBlock(edited, at, told, change)
}

function editBlock(edited: EditedText, at: number, told: string, change: Change): boolean {
  const block = edited.blocks[at]
  const word = block && edited.oneOf(wordsBetween(block))
  const fresh = word && change(block, word)
  if (!block || !fresh || !edited.take(blockIdOf(block))) return false
  edited.blocks[at] = fresh
  return edited.tell(`${told} block ${blockIdOf(block)}`)
}

const isFigure = ({ text }: Word): boolean => /\d/u.test(text)

/** Neither a figure nor a negation: another word in its place says much the same. */
export const isPlain = ({ text }: Word): boolean =>
  !/\d|không|chưa|chẳng|đừng|chớ|trừ|cấm|ngừng|dừng|hủy/iu.test(text)

export const changeWord = (edited: EditedText): boolean =>
  editParagraph(edited, 'words wording', (block, word) =>
    isPlain(word) ? replaced(block, word.from, word.to, edited.newWord()) : undefined,
  )

export const changeFigure = (edited: EditedText): boolean =>
  editParagraph(edited, 'words figure', (block, word) =>
    isFigure(word) ? replaced(block, word.from, word.to, edited.newFigure()) : undefined,
  )

export const putInSentence = (edited: EditedText): boolean =>
  editParagraph(edited, 'words content', (block, { from }) =>
    replaced(block, from, from, `${edited.newWords(9)} `),
  )

export const deny = (edited: EditedText): boolean =>
  editParagraph(edited, 'words content', (block, word) =>
    isPlain(word) ? replaced(block, word.from, word.from, 'không ') : undefined,
  )

export const takeOutWords = (edited: EditedText): boolean =>
  editParagraph(edited, 'words wording', (block, word) =>
    isPlain(word) && !isDoubled(block, word) ? replaced(block, word.from, word.to + 1, '') : undefined,
  )

/** Of two equal words side by side nobody can tell which one went; the same words are told either way. */
const isDoubled = (block: Node, { from, to, text }: Word): boolean =>
  block.textBetween(from, Math.min(to + text.length + 1, block.content.size), null, '\ufffc') ===
  `${text} ${text}`

export function changeHeading(edited: EditedText): boolean {
  const at = edited.upTo(edited.blocks.length)
  const block = edited.blocks[at]
  if (!block || !isHeading(block) || wordsBetween(block).length < 2) return false
  return editBlock(edited, at, 'words wording', (heading, word) =>
    isPlain(word) ? replaced(heading, word.from, word.to, edited.newWord()) : undefined,
  )
}

export const setOtherwise = (edited: EditedText): boolean =>
  editParagraph(edited, 'marks layout', (block, { from, to }) => {
    const set = block.content
      .cut(from, to)
      .content.map(node => node.mark(schema.mark('em').addToSet(node.marks)))
    const fresh = block.copy(
      block.content.cut(0, from).append(Fragment.from(set)).append(block.content.cut(to)),
    )
    return fresh.eq(block) ? undefined : fresh
  })

export const changeList = (edited: EditedText): boolean =>
  editParagraph(edited, 'form layout', block =>
    block.type.create(
      { ...block.attrs, list: listOf(block) === 'bullet' ? 'none' : 'bullet' },
      block.content,
    ),
  )

export function changeField(edited: EditedText): boolean {
  if (!edited.fields || !edited.take('field')) return false
  edited.fields = { ...edited.fields, place: `${edited.fields.place} ${edited.newWord()}` }
  return edited.tell('words wording field place')
}

/** The middle of a paragraph, at a space. */
export const middleOf = (block: Node): number => {
  const spaces = spacesIn(block)
  return spaces[Math.floor(spaces.length / 2)] ?? 0
}
