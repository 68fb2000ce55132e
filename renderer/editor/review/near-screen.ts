import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { readScreen } from '../read-screen'
import { drawOnly } from '../sync/binding'

/** Positions of a text from `from` to `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export const everything: Stretch = { from: 0, to: Infinity }

/** How far above and below the screen marks are drawn, and after how much scrolling they are looked at. In screens. */
const margin = 0.5
const step = 0.25

const key = new PluginKey('near-screen')

/**
 * Tells the marks of a long text which part of it is near the screen: every mark on the page costs in every frame,
 * wherever it stands. Nothing is measured on a key; what is typed meanwhile moves the text by less than the margin.
 */
export function nearScreen(): Plugin {
  return new Plugin({
    key,
    view(view) {
      let scrolled = 0
      const look = (): void => void drawNear(view)
      const hear = ({ target }: Event): void => {
        if (!(target instanceof Element) || !target.contains(view.dom)) return
        if (Math.abs(target.scrollTop - scrolled) < step * innerHeight) return
        if (drawNear(view)) scrolled = target.scrollTop
      }
      // The paper scrolls, not the window: such events are heard on their way down only.
      document.addEventListener('scroll', hear, { capture: true, passive: true })
      window.addEventListener('resize', look)
      return {
        destroy() {
          document.removeEventListener('scroll', hear, { capture: true })
          window.removeEventListener('resize', look)
        },
      }
    },
  })
}

/** Not while a word is composed. */
function drawNear(view: EditorView): boolean {
  if (view.isDestroyed || view.composing || !readScreen(view)) return false
  return drawOnly(view, measureNear(view, view.state.tr))
}

/** Tells the transaction what is near the screen now; in a short text that is everything, always. */
export const measureNear = (view: EditorView, tr: Transaction): Transaction =>
  isLong(view.state) ? tr.setMeta(key, stretchNear(view)) : tr

const isLong = (state: EditorState): boolean => key.get(state) !== undefined

/** What the transaction says is near the screen; undefined where it says nothing of it. */
export const nearIn = (tr: Transaction): Stretch | undefined => tr.getMeta(key) as Stretch | undefined

function stretchNear(view: EditorView): Stretch {
  const beyond = margin * innerHeight
  return {
    from: blockAt(view, -beyond)?.pos ?? view.state.doc.content.size,
    to: endOf(blockAt(view, innerHeight + beyond)) ?? view.state.doc.content.size,
  }
}

interface Block {
  readonly node: Node
  readonly pos: number
}

const endOf = (block: Block | null): number | null => block && block.pos + block.node.nodeSize

/** The first block that reaches below this height of the window, in px from its top. */
function blockAt(view: EditorView, height: number): Block | null {
  const sheet = childAt(view, { node: view.state.doc, pos: -1 }, height)
  return sheet && (childAt(view, sheet, height) ?? sheet)
}

/** By halves: measuring a block far away may lay it out. */
function childAt(view: EditorView, parent: Block, height: number): Block | null {
  const starts: number[] = []
  parent.node.forEach((_child, offset) => starts.push(parent.pos + 1 + offset))
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (bottomOf(view, starts[middle] ?? 0) > height) high = middle
    else low = middle + 1
  }
  const [node, pos] = [parent.node.maybeChild(low), starts[low]]
  return node && pos !== undefined ? { node, pos } : null
}

function bottomOf(view: EditorView, pos: number): number {
  const dom = view.nodeDOM(pos)
  return dom instanceof Element ? dom.getBoundingClientRect().bottom : Infinity
}
