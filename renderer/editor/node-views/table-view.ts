import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import { hasBorders, headerRowsOf, widthsOf } from '../../../shared/report/nodes'

/** A general table with the column widths of the paper, as shares of the line. */
export function tableView(first: Node): NodeView {
  const dom = document.createElement('table')
  const columns = dom.appendChild(document.createElement('colgroup'))
  const contentDOM = dom.appendChild(document.createElement('tbody'))
  show(dom, columns, first)
  return {
    dom,
    contentDOM,
    update(node) {
      if (node.type !== first.type) return false
      show(dom, columns, node)
      return true
    },
    ignoreMutation: mutation =>
      mutation.type !== 'selection' && (mutation.target === dom || columns.contains(mutation.target)),
  }
}

function show(dom: HTMLTableElement, columns: HTMLElement, table: Node): void {
  const widths = widthsOf(table)
  const all = widths.reduce((sum, width) => sum + width, 0)
  columns.replaceChildren(
    ...widths.map(width => {
      const column = document.createElement('col')
      column.style.width = `${((width / all) * 100).toFixed(2)}%`
      return column
    }),
  )
  dom.dataset['id'] = table.attrs['id'] as string
  dom.dataset['headerRows'] = String(headerRowsOf(table))
  dom.classList.toggle('no-borders', !hasBorders(table))
}
