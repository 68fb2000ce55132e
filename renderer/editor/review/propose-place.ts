import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { BlockId } from '../../../shared/report/ids'
import { findBlock } from '../../../shared/report/find-block'

const key = new PluginKey<DecorationSet>('propose-place')

/** Room below a block for the editor in which somebody writes what they would have instead. */
export function proposePlace(): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, shown) {
        const next = tr.getMeta(key) as DecorationSet | undefined
        return (
          next ?? (tr.docChanged && shown !== DecorationSet.empty ? shown.map(tr.mapping, tr.doc) : shown)
        )
      },
    },
    props: { decorations: state => key.getState(state) },
  })
}

/** Puts `dom` below the block; null takes it away. What happens within it is none of the text's business. */
export function showBelow(view: EditorView, block: BlockId | null, dom: HTMLElement): void {
  if (view.isDestroyed) return
  const found = block === null ? null : findBlock(view.state.doc, block)
  const widget =
    found &&
    Decoration.widget(found.pos + found.node.nodeSize, dom, {
      ...{ side: -1, key: 'propose-place', ignoreSelection: true },
      stopEvent: () => true,
    })
  const shown = widget ? DecorationSet.create(view.state.doc, [widget]) : DecorationSet.empty
  view.updateState(view.state.apply(view.state.tr.setMeta(key, shown)))
}
