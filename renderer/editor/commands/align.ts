import type { Command } from 'prosemirror-state'
import { alignmentOf, isParagraph } from '../../../shared/report/nodes'
import type { Alignment } from '../../../shared/report/lists'

/** Sets how the selected paragraphs stand; headings stand as the layout profile says. */
export const setAlignment =
  (align: Alignment): Command =>
  (state, dispatch) => {
    const { tr } = state
    for (const { $from, $to } of state.selection.ranges)
      state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
        if (isParagraph(node) && alignmentOf(node) !== align) tr.setNodeAttribute(pos, 'align', align)
      })
    if (tr.docChanged) dispatch?.(tr)
    return tr.docChanged
  }
