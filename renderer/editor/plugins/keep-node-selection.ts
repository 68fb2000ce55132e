import { NodeSelection, Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import { bindingOf, isFromElsewhere } from '../sync/binding'

/**
 * The binding throws in the middle of a colleague's change if the chosen node is gone (y-prosemirror #202), and
 * the two documents drift apart. So it is told of a text selection, and the node is chosen again afterwards.
 */
export function keepNodeSelection(): Plugin {
  return new Plugin({
    view(view) {
      const binding = bindingOf(view.state)
      // Registered after the binding's own listener, which has just noted the selection.
      const soften = (): void => {
        if (binding?.beforeTransactionSelection?.type === 'node')
          binding.beforeTransactionSelection.type = 'text'
      }
      binding?.doc.on('beforeAllTransactions', soften)
      return { destroy: () => binding?.doc.off('beforeAllTransactions', soften) }
    },
    appendTransaction(trs, before, after) {
      if (!trs.some(isFromElsewhere) || !(before.selection instanceof NodeSelection)) return null
      return chooseAgain(after, before.selection.node)
    },
  })
}

function chooseAgain(state: EditorState, chosen: Node): Transaction | null {
  const { from } = state.selection
  for (const pos of [from, from - 1, from + 1]) {
    const node = pos >= 0 && pos < state.doc.content.size ? state.doc.nodeAt(pos) : null
    if (node && node.type === chosen.type && node.attrs['id'] === chosen.attrs['id'])
      return state.tr.setSelection(NodeSelection.create(state.doc, pos))
  }
  return null
}
