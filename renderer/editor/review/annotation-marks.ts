import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, type DecorationSet, type EditorView } from 'prosemirror-view'
import { drawMarks, marksIn, nearMarks, type NearMarks, type Redraw } from './near-marks'

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

interface MarkSpec {
  readonly id: string
  readonly looks: string
}

const key = new PluginKey<NearMarks>('annotation-marks')

/** Draws annotations. Told where they stand; on a key it only shifts them. */
export const annotationMarks = (): Plugin<NearMarks> => new Plugin({ key, ...nearMarks(key) })

/** Shows these and no others; what stands right already is not touched. False where it could not, as under a composition. */
export const drawAnnotations = (view: EditorView, marks: readonly AnnotationMark[]): boolean =>
  drawMarks(view, key, shown => differenceTo(marks, shown))

function differenceTo(marks: readonly AnnotationMark[], shown: DecorationSet): Redraw {
  const left = new Map(shown.find().map(each => [(each.spec as MarkSpec).id, each]))
  const come = marks.filter(mark => {
    const drawn = left.get(mark.id)
    if (!drawn || drawn.from !== mark.from || drawn.to !== mark.to) return true
    if ((drawn.spec as MarkSpec).looks !== looksOf(mark)) return true
    left.delete(mark.id)
    return false
  })
  return { come: come.map(decorate), go: [...left.values()] }
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
  marksIn(key, state)
    .find(from, to)
    .sort((a, b) => a.to - a.from - (b.to - b.from))
    .map(({ spec }) => (spec as MarkSpec).id)
