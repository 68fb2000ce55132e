import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Mapping, StepMap } from 'prosemirror-transform'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { numberNotes, type NoteNumbers } from '../../../shared/numbering/number-notes'
import { markParagraphs, type ParagraphMarks } from '../../../shared/numbering/number-paragraphs'
import { numberSections, type SectionNumbers } from '../../../shared/numbering/number-sections'
import type { NumberStyle } from '../../../shared/numbering/number-style'
import {
  blockIdOf,
  isCell,
  isHeading,
  isNoteRef,
  isParagraph,
  levelOf,
  listOf,
  listStartOf,
  noteIdOf,
} from '../../../shared/report/nodes'
import { perObject } from '../../../shared/util/per-object'
import { changedSheets, sheetsBetween } from '../sync/changed-sheets'

/** What is computed from the text and shown in it. */
export interface Numbers {
  readonly sections: SectionNumbers
  readonly paragraphs: ParagraphMarks
  readonly notes: NoteNumbers
}

interface Drawing {
  readonly numbers: Numbers
  readonly style: NumberStyle
  readonly shown: DecorationSet
}

const key = new PluginKey<Drawing>('drawing')

export interface DrawingWords {
  /** Shown in a heading that has no words yet. */
  readonly emptyHeading: string
  /** How a note's mark is read out. */
  readonly noteMark: (number: number) => string
}

/**
 * Shows the numbers of sections, list paragraphs and notes. Draws only: it must never change the document.
 * A keystroke redraws the sheet it falls in; the rest only where numbers moved.
 */
export function drawing(style: NumberStyle, words: DrawingWords): Plugin<Drawing> {
  return new Plugin({
    key,
    state: {
      init: (_config, state) => drawAll(state.doc, style, words),
      apply(tr, drawn, before) {
        const styled = tr.getMeta(key) as NumberStyle | undefined
        if (styled) return drawAll(tr.doc, styled, words)
        return tr.docChanged ? redraw(drawn, before.doc, tr.doc, words) : drawn
      },
    },
    props: { decorations: state => key.getState(state)?.shown },
  })
}

export function numbersIn(state: EditorState): Numbers {
  const drawn = key.getState(state)
  if (!drawn) throw new RangeError('This editor draws no numbers')
  return drawn.numbers
}

/** The transaction that writes section numbers in another style. */
export const restyle = (state: EditorState, style: NumberStyle) => state.tr.setMeta(key, style)

function drawAll(text: Node, style: NumberStyle, words: DrawingWords): Drawing {
  const numbers = numbersOf(text, style)
  const labels: Decoration[] = []
  text.forEach((sheet, pos) => labels.push(...labelsOf(sheet, pos, numbers, words)))
  return { numbers, style, shown: DecorationSet.create(text, labels) }
}

const numbersOf = (text: Node, style: NumberStyle): Numbers => ({
  sections: numberSections(text, style),
  paragraphs: markParagraphs(text),
  notes: numberNotes(text),
})

function redraw(drawn: Drawing, before: Node, text: Node, words: DrawingWords): Drawing {
  const { first, oldEnd, newEnd, from, oldTo, newTo } = changedSheets(before, text)
  const same = countedIn(before, first, oldEnd) === countedIn(text, first, newEnd)
  const numbers = same ? drawn.numbers : numbersOf(text, drawn.style)
  // Mapped by sheets rather than by the steps: a colleague's edit arrives as one step that replaces the whole text.
  const mapping = new Mapping([new StepMap([from, oldTo - from, newTo - from])])
  let shown = drawn.shown.map(mapping, text)
  const labels: Decoration[] = []
  let pos = 0
  for (let index = 0; index < text.childCount; index++) {
    const sheet = text.child(index)
    const isNew = index >= first && index < newEnd
    if (!isNew && !same && isOutdated(sheet, drawn.numbers, numbers))
      shown = shown.remove(shown.find(pos, pos + sheet.nodeSize))
    else if (!isNew) {
      pos += sheet.nodeSize
      continue
    }
    labels.push(...labelsOf(sheet, pos, numbers, words))
    pos += sheet.nodeSize
  }
  return { numbers, style: drawn.style, shown: shown.add(text, labels) }
}

interface Counted {
  /** Everything that numbers depend on. */
  readonly signature: string
  /** What of the sheet bears a number; `pos` from the start of the sheet's content. */
  readonly nodes: readonly { readonly node: Node; readonly pos: number }[]
}

const counted = perObject((sheet: Node): Counted => {
  const nodes: { node: Node; pos: number }[] = []
  let signature = ''
  sheet.descendants((node, pos) => {
    // Each cell counts by itself.
    if (isCell(node)) signature += '|'
    const sign = signOf(node)
    if (sign) {
      nodes.push({ node, pos })
      signature += `${sign}\n`
    }
  })
  return { signature, nodes }
})

function signOf(node: Node): string {
  if (isHeading(node)) return `${levelOf(node)} ${blockIdOf(node)}`
  if (isNoteRef(node)) return `note ${noteIdOf(node)}`
  if (!isParagraph(node) || listOf(node) === 'none') return ''
  return `${listOf(node)} ${listStartOf(node) ?? ''} ${blockIdOf(node)}`
}

const countedIn = (text: Node, from: number, to: number): string =>
  sheetsBetween(text, from, to)
    .map(sheet => counted(sheet).signature)
    .join('')

const isOutdated = (sheet: Node, before: Numbers, now: Numbers): boolean =>
  counted(sheet).nodes.some(({ node }) => numberOf(node, before) !== numberOf(node, now))

function numberOf(node: Node, numbers: Numbers): string {
  if (isHeading(node)) return numbers.sections.get(blockIdOf(node)) ?? ''
  if (isNoteRef(node)) return String(numbers.notes.get(noteIdOf(node)) ?? '')
  return numbers.paragraphs.get(blockIdOf(node)) ?? ''
}

function labelsOf(sheet: Node, sheetPos: number, numbers: Numbers, words: DrawingWords): Decoration[] {
  return counted(sheet).nodes.flatMap(({ node, pos }) => {
    const number = numberOf(node, numbers)
    const from = sheetPos + 1 + pos
    const attributes = attributesOf(node, number, words)
    return number ? [Decoration.node(from, from + node.nodeSize, attributes, { number })] : []
  })
}

function attributesOf(node: Node, number: string, words: DrawingWords): Record<string, string> {
  if (isNoteRef(node))
    return { 'data-number': number, role: 'doc-noteref', 'aria-label': words.noteMark(Number(number)) }
  if (isHeading(node) && node.content.size === 0)
    return { 'data-number': number, 'data-placeholder': words.emptyHeading }
  return { 'data-number': number }
}
