import type { EditorState, PluginKey, Transaction } from 'prosemirror-state'
import { DecorationSet, type Decoration, type EditorView } from 'prosemirror-view'
import { readScreen } from '../read-screen'
import { drawOnly } from '../sync/binding'
import { everything, measureNear, nearIn, type Stretch } from './near-screen'

/** Marks of a text, of which those near the screen are drawn. A key only shifts them. */
export interface NearMarks {
  readonly all: DecorationSet
  readonly drawn: DecorationSet
  readonly near: Stretch
}

/** Which marks come and go. */
export interface Redraw {
  readonly come: readonly Decoration[]
  readonly go: readonly Decoration[]
}

type Key = PluginKey<NearMarks>

/** The state of a plugin that draws such marks, and how they are drawn. */
export const nearMarks = (key: Key) => ({
  state: {
    init: (): NearMarks => ({ all: DecorationSet.empty, drawn: DecorationSet.empty, near: everything }),
    apply: (tr: Transaction, marks: NearMarks): NearMarks =>
      redrawn(tr, tr.docChanged ? shifted(tr, marks) : marks, tr.getMeta(key) as Redraw | undefined),
  },
  props: { decorations: (state: EditorState) => key.getState(state)?.drawn },
})

function shifted({ mapping, doc }: Transaction, { all, drawn, near }: NearMarks): NearMarks {
  return {
    all: all === DecorationSet.empty ? all : all.map(mapping, doc),
    drawn: drawn === DecorationSet.empty ? drawn : drawn.map(mapping, doc),
    near: near === everything ? near : { from: mapping.map(near.from, -1), to: mapping.map(near.to, 1) },
  }
}

function redrawn(tr: Transaction, marks: NearMarks, redraw: Redraw | undefined): NearMarks {
  const { doc } = tr
  const near = nearIn(tr) ?? marks.near
  if (!redraw && near === marks.near) return marks
  const all = redraw ? marks.all.remove([...redraw.go]).add(doc, [...redraw.come]) : marks.all
  if (near === everything) return { all, drawn: all, near }
  return { all, drawn: DecorationSet.create(doc, all.find(near.from, near.to)), near }
}

/** All marks of an editor, those far from the screen too. */
export const marksIn = (key: Key, state: EditorState): DecorationSet =>
  key.getState(state)?.all ?? DecorationSet.empty

/**
 * Changes which marks there are. Not while a word is composed: a span that comes or goes under it ends the composition.
 * False where it could not.
 */
export function drawMarks(view: EditorView, key: Key, change: (shown: DecorationSet) => Redraw): boolean {
  if (view.isDestroyed || view.composing) return false
  if (!readScreen(view)) return false
  const marks = key.getState(view.state)
  const redraw = change(marksIn(key, view.state))
  const isSame = redraw.come.length === 0 && redraw.go.length === 0
  if (!marks || (isSame && marks.all === DecorationSet.empty)) return true
  const tr = measureNear(view, view.state.tr)
  if (isSame && isStill(marks.near, nearIn(tr))) return true
  return drawOnly(view, isSame ? tr : tr.setMeta(key, redraw))
}

const isStill = (before: Stretch, now: Stretch | undefined): boolean =>
  now === undefined || (before.from === now.from && before.to === now.to)
