import { styleOf, styleWords } from './pasted-styles'

/** A table of another program with our cells and nothing else. `flatten` turns a cell's content into blocks. */
export function cleanTable(
  source: HTMLTableElement,
  flatten: (cell: Element) => DocumentFragment,
): HTMLTableElement {
  const dom = source.ownerDocument
  const table = dom.createElement('table')
  const headerRows = source.tHead?.rows.length ?? 0
  if (headerRows > 0) table.dataset['headerrows'] = String(headerRows)
  if (isBorderless(source)) table.dataset['borders'] = 'false'
  const body = table.appendChild(dom.createElement('tbody'))
  for (const row of source.rows) {
    const made = body.appendChild(dom.createElement('tr'))
    for (const cell of row.cells) made.append(cleanCell(cell, flatten(cell)))
  }
  return table
}

function cleanCell(source: HTMLTableCellElement, content: DocumentFragment): HTMLElement {
  const dom = source.ownerDocument
  const cell = dom.createElement(source.tagName)
  for (const span of ['colspan', 'rowspan']) {
    const value = source.getAttribute(span)
    if (value && value !== '1') cell.setAttribute(span, value)
  }
  if (!content.querySelector('p, table') || content.firstChild?.nodeType === source.TEXT_NODE) {
    const line = dom.createElement('p')
    line.dataset['align'] = alignOf(source)
    line.append(content)
    cell.append(line)
  } else cell.append(content)
  return cell
}

// Figures stand right in Excel without saying so; everything else reads best from the left.
function alignOf(cell: HTMLElement): string {
  const align = styleOf(cell).textAlign || (cell.getAttribute('align') ?? '')
  return ['center', 'right'].includes(align) ? align : 'left'
}

const isBorderless = (table: HTMLTableElement): boolean =>
  table.getAttribute('border') === '0' && /border:\s*none/i.test(styleWords(table))
