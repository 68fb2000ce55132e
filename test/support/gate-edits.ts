import { Map as YMap, XmlElement, XmlFragment, XmlText, type Doc } from 'yjs'
import { alignments, lists } from '../../shared/report/lists'
import { levels } from '../../shared/report/levels'
import {
  bodyOf,
  fieldsOf,
  indicatorsOf,
  notesOf,
  optionsOf,
  rowsOf,
  textOf,
  wordingsOf,
  type Record,
} from '../../shared/sync/report-doc'
import { blocksIn, copyOf, newElement, newId, sheetsIn, type SharedBlock } from './shared-blocks'

type Random = () => number
type Edit = (replica: Doc, random: Random) => void

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!
const upTo = (count: number, random: Random): number => Math.floor(random() * (count + 1))

const someBlock = (replica: Doc, random: Random): SharedBlock | undefined => pick(blocksIn(replica), random)
const someHeading = (replica: Doc, random: Random): SharedBlock | undefined =>
  pick(
    blocksIn(replica).filter(({ element }) => element.nodeName === 'heading'),
    random,
  )
const isWritable = ({ element }: SharedBlock): boolean => ['paragraph', 'heading'].includes(element.nodeName)

/** The first run of words, without marks. */
const textIn = ({ element }: SharedBlock): string => {
  const first: unknown = element.toArray()[0]
  return first instanceof XmlText
    ? (first.toDelta() as { insert: string }[]).map(run => run.insert).join('')
    : ''
}

const paragraph = (): XmlElement => newElement('paragraph', { id: newId() }, 'Đoạn mới')
const heading = (random: Random): XmlElement =>
  newElement('heading', { id: newId(), level: pick(levels, random) }, 'Mục')

function typeIn(fragment: XmlFragment, random: Random): void {
  const texts = fragment.toArray().filter((child): child is XmlText => child instanceof XmlText)
  if (texts.length === 0) {
    fragment.insert(0, [new XmlText('chữ')])
    return
  }
  const text = pick(texts, random)
  const act = random()
  const at = upTo(text.length, random)
  if (act < 0.6 || text.length === 0) text.insert(at, pick(['a', 'ạ ', 'từ mới'], random))
  else if (act < 0.8) text.delete(Math.min(at, text.length - 1), 1)
  else text.format(Math.min(at, text.length - 1), 1, { strong: random() < 0.5 ? {} : null })
}

const typeSomewhere: Edit = (replica, random) => {
  const block = someBlock(replica, random)
  if (block && isWritable(block)) typeIn(block.element, random)
}

const insertBlock =
  (make: (random: Random) => XmlElement): Edit =>
  (replica, random) => {
    const sheet = pick(sheetsIn(replica), random) as XmlElement | undefined
    sheet?.insert(upTo(sheet.length, random), [make(random)])
  }

const removeBlock: Edit = (replica, random) => {
  const block = someBlock(replica, random)
  block?.sheet.delete(block.index)
}

const splitBlock: Edit = (replica, random) => {
  const block = someBlock(replica, random)
  if (!block || !isWritable(block)) return
  const text: unknown = block.element.get(0)
  if (!(text instanceof XmlText) || text.length < 2) return
  const at = 1 + upTo(text.length - 2, random)
  const tail = textIn(block).slice(at)
  text.delete(at, text.length - at)
  block.sheet.insert(block.index + 1, [newElement('paragraph', { id: newId() }, tail)])
}

const joinWithPrevious: Edit = (replica, random) => {
  const all = blocksIn(replica)
  const at = upTo(all.length - 1, random)
  const [before, block] = [all[at - 1], all[at]]
  if (!before || !block || !isWritable(before) || !isWritable(block)) return
  before.element.insert(before.element.length, [new XmlText(textIn(block))])
  block.sheet.delete(block.index)
}

const moveBlock: Edit = (replica, random) => {
  const block = someBlock(replica, random)
  if (!block) return
  const copy = copyOf(block.element)
  block.sheet.delete(block.index)
  const sheet = pick(sheetsIn(replica), random)
  sheet.insert(upTo(sheet.length, random), [copy])
}

const moveSheet: Edit = (replica, random) => {
  const text = textOf(replica)
  if (text.length === 0) return
  const from = upTo(text.length - 1, random)
  const copy = copyOf(text.get(from) as XmlElement)
  text.delete(from)
  text.insert(upTo(text.length, random), [copy])
}

const addSheet: Edit = (replica, random) => {
  const sheet = newElement('sheet', {})
  sheet.insert(0, [...(random() < 0.5 ? [heading(random)] : []), ...(random() < 0.8 ? [paragraph()] : [])])
  textOf(replica).insert(upTo(textOf(replica).length, random), [sheet])
}

const removeSheet: Edit = (replica, random) => {
  const text = textOf(replica)
  if (text.length > 2) text.delete(upTo(text.length - 1, random))
}

const setLevel: Edit = (replica, random) => {
  const level = pick(levels, random)
  someHeading(replica, random)?.element.setAttribute('level', level)
}

const setAttribute: Edit = (replica, random) => {
  const block = someBlock(replica, random)
  if (block?.element.nodeName !== 'paragraph') return
  if (random() < 0.5) block.element.setAttribute('align', pick(alignments, random))
  else block.element.setAttribute('list', pick(lists, random))
}

/** Copies keep their ids, and ids are given anew: what the gate must watch. */
const copyId: Edit = (replica, random) => {
  const from = someBlock(replica, random)
  const to = someBlock(replica, random)
  if (!from || !to) return
  if (random() < 0.5) to.sheet.insert(to.index, [copyOf(from.element)])
  else if (from.element.nodeName === to.element.nodeName) to.element.setAttribute('id', from.id)
}

const markNote: Edit = (replica, random) => {
  const block = someBlock(replica, random)
  if (!block || !isWritable(block)) return
  const isNew = random() < 0.5
  const id = isNew ? newId() : pick([...notesOf(replica).keys()], random)
  if (isNew) notesOf(replica).set(id, newFragment())
  if (id) block.element.insert(upTo(block.element.length, random), [newElement('note_ref', { id })])
}

function newFragment(): XmlFragment {
  const fragment = new XmlFragment()
  fragment.insert(0, [newElement('paragraph', {}, 'Chú thích')])
  return fragment
}

const unmarkNote: Edit = (replica, random) => {
  const block = someBlock(replica, random)
  const at = block?.element
    .toArray()
    .findIndex(child => child instanceof XmlElement && child.nodeName === 'note_ref')
  if (block && at !== undefined && at >= 0) block.element.delete(at)
}

const editNote: Edit = (replica, random) => {
  const id = pick([...notesOf(replica).keys()], random) as string | undefined
  if (id === undefined) return
  if (random() < 0.1) notesOf(replica).delete(id)
  else {
    const first = notesOf(replica).get(id)?.get(0)
    if (first instanceof XmlElement) typeIn(first, random)
  }
}

const editTable: Edit = (replica, random) => {
  const table = pick([...indicatorsOf(replica).values()], random) as Record | undefined
  if (!table) return
  const rows = rowsOf(table)
  const row = pick([...rows.keys()], random) as string | undefined
  const act = random()
  if (act < 0.2)
    rows.set(
      newId(),
      new YMap<string>([
        ['order', `a${random()}`],
        ['kind', 'indicator'],
      ]),
    )
  else if (act < 0.3) table.set('title', `Bảng ${random()}`)
  else if (row !== undefined && act < 0.4) rows.delete(row)
  else if (row !== undefined) rows.get(row)?.set(pick(['name', 'result', 'order'], random), `${random()}`)
}

const editOptions: Edit = (replica, random) => {
  const options = pick([...optionsOf(replica).values()], random) as Record | undefined
  if (!options) return
  const wording = pick([...wordingsOf(options).values()], random) as Record | undefined
  const first = wording && bodyOf(wording).get(0)
  if (random() < 0.3) options.set('chosen', pick([...wordingsOf(options).keys(), ''], random))
  else if (first instanceof XmlElement) typeIn(first, random)
}

const setField: Edit = (replica, random) => void fieldsOf(replica).set('place', `Nơi ${random()}`)

const edits: readonly Edit[] = [
  ...Array.from({ length: 8 }, () => typeSomewhere),
  ...[
    insertBlock(paragraph),
    insertBlock(paragraph),
    insertBlock(heading),
    removeBlock,
    removeBlock,
    splitBlock,
  ],
  ...[
    joinWithPrevious,
    moveBlock,
    moveSheet,
    addSheet,
    removeSheet,
    setLevel,
    setLevel,
    setAttribute,
    copyId,
  ],
  ...[markNote, unmarkNote, editNote, editNote, editTable, editTable, editOptions, editOptions, setField],
]

/** One random edit of any part of a report, in one transaction, without regard to what is allowed. */
export function editAnywhere(replica: Doc, random: Random): void {
  const edit = blocksIn(replica).length > 60 ? removeBlock : pick(edits, random)
  replica.transact(() => edit(replica, random))
}
