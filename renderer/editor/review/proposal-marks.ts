import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, type DecorationSet, type EditorView } from 'prosemirror-view'
import { drawMarks, nearMarks, type NearMarks, type Redraw } from './near-marks'

/** One proposal, or one tracked change, as an editor draws it. */
export interface ProposalMark {
  readonly id: string
  /**
   * `words`: those from `from` to `to` would go, `now` would come behind them. `tracked`: those have come already, and
   * `now` has gone from there. The others are whole blocks.
   */
  readonly kind: 'words' | 'tracked' | 'insertion' | 'deletion' | 'level'
  readonly from: number
  readonly to: number
  /** What would stand there; paragraphs parted by "\n". */
  readonly now: string
  /** Who proposes it and what, read aloud and shown as a tip. */
  readonly label: string
  /** Of the author, 1 … 8, see tokens.css. */
  readonly colour: number
  readonly isChosen: boolean
}

interface MarkSpec {
  readonly id: string
  readonly looks: string
}

/** Draws proposals in place. Told where they stand; on a key it only shifts them, and it never writes. */
function marksUnder(name: string) {
  const key = new PluginKey<NearMarks>(name)
  return {
    plugin: (): Plugin<NearMarks> => new Plugin({ key, ...nearMarks(key) }),
    /** Shows these and no others. False while a word is composed, which a change beside it would end. */
    draw: (view: EditorView, marks: readonly ProposalMark[]): boolean =>
      drawMarks(view, key, shown => differenceTo(marks, shown)),
  }
}

export const { plugin: proposalMarks, draw: drawProposals } = marksUnder('proposal-marks')
export const { plugin: trackedMarks, draw: drawTracked } = marksUnder('tracked-marks')

/** What is drawn right already stays the very same, so that nothing flickers under a reader's eyes. */
function differenceTo(marks: readonly ProposalMark[], shown: DecorationSet): Redraw {
  const drawn = new Map<string, Decoration[]>()
  for (const each of shown.find()) {
    const { id } = each.spec as MarkSpec
    drawn.set(id, [...(drawn.get(id) ?? []), each])
  }
  const come = marks.filter(mark => {
    const own = drawn.get(mark.id)
    const looks = looksOf(mark)
    const stays = own?.every(each => (each.spec as MarkSpec).looks === looks && isAt(each, mark)) === true
    if (stays) drawn.delete(mark.id)
    return !stays
  })
  return { come: come.flatMap(decorate), go: [...drawn.values()].flat() }
}

const isAt = ({ from, to }: Decoration, mark: ProposalMark): boolean =>
  from === to
    ? from === (mark.kind === 'tracked' ? mark.from : mark.to)
    : from === mark.from && to === mark.to

const looksOf = ({ kind, colour, isChosen, now, label }: ProposalMark): string =>
  JSON.stringify([kind, colour, isChosen, now, label])

function decorate(mark: ProposalMark): Decoration[] {
  const { id, from, to, kind, now } = mark
  const spec = { id, looks: looksOf(mark) }
  const attributes = attributesOf(mark)
  if (kind === 'insertion') return [widget(mark, spec)]
  if (kind === 'tracked') return trackedWords(mark, attributes, spec)
  if (kind === 'deletion' || kind === 'level')
    return [
      Decoration.node(
        from,
        to,
        { ...attributes, ...(kind === 'level' ? { 'data-proposed': now } : {}) },
        spec,
      ),
    ]
  return [
    ...(to > from ? [Decoration.inline(from, to, { ...attributes, nodeName: 'del' }, spec)] : []),
    ...(now === '' ? [] : [widget(mark, spec)]),
  ]
}

function trackedWords(mark: ProposalMark, attributes: Record<string, string>, spec: MarkSpec): Decoration[] {
  const { from, to, now } = mark
  return [
    ...(to > from ? [Decoration.inline(from, to, { ...attributes, nodeName: 'ins' }, spec)] : []),
    ...(now === '' ? [] : [widget(mark, spec)]),
  ]
}

const attributesOf = ({ id, kind, colour, isChosen, label }: ProposalMark): Record<string, string> => ({
  class: `proposed proposed-${kind} person-${colour}${isChosen ? ' chosen' : ''}`,
  'data-proposal': id,
  'aria-description': label,
  title: label,
})

function widget(mark: ProposalMark, spec: MarkSpec): Decoration {
  const isBlock = mark.kind === 'insertion'
  const isGone = mark.kind === 'tracked'
  return Decoration.widget(isGone ? mark.from : mark.to, () => insertionDom(mark, isBlock), {
    ...spec,
    // Proposed words stand behind what they are for, gone ones before what came; typed letters go into the text.
    side: isGone ? -1 : 1,
    key: `${mark.id} ${spec.looks}`,
    ignoreSelection: true,
  })
}

function insertionDom(mark: ProposalMark, isBlock: boolean): HTMLElement {
  const dom = document.createElement(mark.kind === 'tracked' ? 'del' : 'ins')
  for (const [name, value] of Object.entries({ ...attributesOf(mark), contenteditable: 'false' }))
    dom.setAttribute(name, value)
  for (const line of isBlock ? mark.now.split('\n') : []) {
    const paragraph = dom.appendChild(document.createElement('span'))
    paragraph.textContent = line
  }
  if (!isBlock) dom.textContent = mark.now
  return dom
}
