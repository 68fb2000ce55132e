import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { BlockId } from '../../../shared/report/ids'
import { findBlock } from '../../../shared/report/find-block'
import { readScreen } from '../read-screen'
import { drawOnly } from '../sync/binding'

interface RoomOptions {
  readonly name: string
  readonly side: 'above' | 'below'
}

/** Room at one block of the text for something that is not text. A key only shifts it. */
export function roomAtBlock({ name, side }: RoomOptions) {
  const key = new PluginKey<DecorationSet>(name)
  const plugin = (): Plugin<DecorationSet> =>
    new Plugin({
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
  /** Puts `dom` at the block; null takes it away. What happens within it is none of the text's business. */
  const show = (view: EditorView, block: BlockId | null, dom: HTMLElement): void => {
    if (view.isDestroyed) return
    readScreen(view)
    const found = block === null ? null : findBlock(view.state.doc, block)
    const at = found && (side === 'above' ? found.pos : found.pos + found.node.nodeSize)
    const widget =
      at !== null &&
      Decoration.widget(at, dom, { side: -1, key: name, ignoreSelection: true, stopEvent: () => true })
    const shown = widget ? DecorationSet.create(view.state.doc, [widget]) : DecorationSet.empty
    drawOnly(view, view.state.tr.setMeta(key, shown))
  }
  return { plugin, show }
}
