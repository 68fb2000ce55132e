import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { readScreen } from '../read-screen'

/** One annotation in one editor. */
export interface AnnotationMark {
  readonly id: string
  readonly from: number
  readonly to: number
  /** A whole block is framed, a section's heading marked at its side. */
  readonly kind: 'words' | 'block' | 'section'
  readonly colour: number
  readonly isChosen: boolean
}

interface Redraw {
  readonly come: readonly AnnotationMark[]
  readonly go: readonly Decoration[]
}

interface MarkSpec {
  readonly id: string
  readonly looks: string
}

const key = new PluginKey<DecorationSet>('annotation-marks')

/** Draws annotations. Told where they stand; on a key it only shifts them. */
export function annotationMarks(): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, shown) {
        const mapped = tr.docChanged && shown !== DecorationSet.empty ? shown.map(tr.mapping, tr.doc) : shown
        const redraw = tr.getMeta(key) as Redraw | undefined
        return redraw ? mapped.remove([...redraw.go]).add(tr.doc, redraw.come.map(decorate)) : mapped
      },
    },
    props: { decorations: state => key.getState(state) },
  })
}

/**
 * Shows these and no others; what stands right already is not touched. Not while a word is composed: a span that comes
 * or goes under it ends the composition. False where it could not.
 */
export function drawAnnotations(view: EditorView, marks: readonly AnnotationMark[]): boolean {
  if (view.isDestroyed || view.composing) return false
  if (!readScreen(view)) return false
  const redraw = differenceTo(marks, key.getState(view.state) ?? DecorationSet.empty)
  // Not dispatched: nothing was done that undo, or a panel, would have to know.
  if (redraw.come.length > 0 || redraw.go.length > 0)
    view.updateState(view.state.apply(view.state.tr.setMeta(key, redraw)))
  return true
}

function differenceTo(marks: readonly AnnotationMark[], shown: DecorationSet): Redraw {
  const left = new Map(shown.find().map(each => [(each.spec as MarkSpec).id, each]))
  const come = marks.filter(mark => {
    const drawn = left.get(mark.id)
    if (!drawn || drawn.from !== mark.from || drawn.to !== mark.to) return true
    if ((drawn.spec as MarkSpec).looks !== looksOf(mark)) return true
    left.delete(mark.id)
    return false
  })
  return { come, go: [...left.values()] }
}

const looksOf = ({ kind, colour, isChosen }: AnnotationMark): string =>
  `annotated annotated-${kind} person-${colour}${isChosen ? ' chosen' : ''}`

function decorate(mark: AnnotationMark): Decoration {
  const { id, from, to } = mark
  const looks = looksOf(mark)
  const spec: MarkSpec = { id, looks }
  const attributes = { class: looks }
  return mark.kind === 'words'
    ? Decoration.inline(from, to, attributes, spec)
    : Decoration.node(from, to, attributes, spec)
}

/** The annotations whose words a range touches, the narrowest first. */
export const annotationsAt = (state: EditorState, from: number, to: number): string[] =>
  (key.getState(state) ?? DecorationSet.empty)
    .find(from, to)
    .sort((a, b) => a.to - a.from - (b.to - b.from))
    .map(({ spec }) => (spec as MarkSpec).id)
