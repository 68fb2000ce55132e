import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

export interface Highlight {
  readonly from: number
  readonly to: number
  /** The one that the person is at. */
  readonly isCurrent: boolean
}

const key = new PluginKey<DecorationSet>('find-highlights')

/** Shows where the words looked for stand. Told what to show; finds nothing itself. */
export function findHighlights(): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, shown) {
        const highlights = tr.getMeta(key) as readonly Highlight[] | undefined
        if (highlights) return DecorationSet.create(tr.doc, highlights.map(decorate))
        return shown === DecorationSet.empty ? shown : shown.map(tr.mapping, tr.doc)
      },
    },
    props: { decorations: state => key.getState(state) },
  })
}

const decorate = ({ from, to, isCurrent }: Highlight): Decoration =>
  Decoration.inline(from, to, { class: isCurrent ? 'found current' : 'found' })

/** The transaction that shows these places and no others. */
export const highlight = (state: EditorState, highlights: readonly Highlight[]): Transaction =>
  state.tr.setMeta(key, highlights)
