import { cleanTable } from './pasted-tables'
import { isDrawnMark, itemOf, typedMark, typedNumber } from './pasted-lists'
import { marksIn, noMarks, wrapped, type PastedMarks } from './pasted-marks'
import { styleOf } from './pasted-styles'

/*
 * Pages of other programs nest blocks in blocks and say in styles what we say in elements. Here they become a
 * plain row of <p>, <h1>…<h5> and <table>, with <strong>, <em>, <u>, <sup>, <sub>, <a> and <br> inside.
 */

const blockTags = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR ' +
    'LI MAIN NAV OL P PRE SECTION UL'
  ).split(' '),
)
const skippedTags = new Set(
  'STYLE SCRIPT TITLE META LINK HEAD XML TEMPLATE NOSCRIPT IMG SVG OBJECT'.split(' '),
)

interface Flat {
  readonly dom: Document
  readonly out: DocumentFragment
  /** The block that text goes into now. */
  block: HTMLElement | null
  /** Whether the source has blocks at all. */
  hasBlocks: boolean
}

/** Rows of blocks out of anything. Text that stood in no block at all stays without one. */
export function flatten(root: Element): DocumentFragment {
  const dom = root.ownerDocument
  const flat: Flat = { dom, out: dom.createDocumentFragment(), block: null, hasBlocks: false }
  children(flat, root, noMarks)
  close(flat)
  const only = flat.out.firstElementChild
  if (!flat.hasBlocks && only && !only.nextSibling) {
    keepEdgeSpaces(only)
    only.replaceWith(...only.childNodes)
  }
  return flat.out
}

/** Plain spaces at the edges of a stretch would be lost on the way (plain-spaces.ts). */
function keepEdgeSpaces(line: Element): void {
  const texts = line.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  const first = texts.nextNode()
  let last = first
  for (let next = first; next; next = texts.nextNode()) last = next
  if (first) first.textContent = (first.textContent ?? '').replace(/^ /, '\u00a0')
  if (last) last.textContent = (last.textContent ?? '').replace(/ $/, '\u00a0')
}

function children(flat: Flat, parent: Node, marks: PastedMarks): void {
  for (const child of parent.childNodes) {
    if (child.nodeType === child.TEXT_NODE && !isLayout(child)) text(flat, child.textContent ?? '', marks)
    if (child.nodeType === child.ELEMENT_NODE) element(flat, child as HTMLElement, marks)
  }
}

function element(flat: Flat, source: HTMLElement, marks: PastedMarks): void {
  if (skippedTags.has(source.tagName.toUpperCase()) || isDrawnMark(source)) return
  if (source.tagName === 'TABLE') {
    table(flat, source as HTMLTableElement)
    return
  }
  if (source.tagName === 'BR') return flat.block?.append(flat.dom.createElement('br'))
  if (source.matches('sup[data-note]')) {
    open(flat).append(source.cloneNode())
    return
  }
  if (blockTags.has(source.tagName)) {
    block(flat, source, marks)
    return
  }
  children(flat, source, marksIn(source, marks))
}

function block(flat: Flat, source: HTMLElement, marks: PastedMarks): void {
  close(flat)
  flat.hasBlocks = true
  if (/^(P|PRE|LI|H[1-6])$/.test(source.tagName)) flat.block = blockLike(source, flat.dom)
  // Headings are bold by nature; a bold mark inside would make them bold twice.
  const isHeading = flat.block?.tagName.startsWith('H') ?? false
  children(flat, source, isHeading ? noMarks : marks)
  close(flat)
}

function blockLike(source: HTMLElement, dom: Document): HTMLElement {
  const isHeading = /^H[1-6]$/.test(source.tagName)
  const made = dom.createElement(isHeading ? source.tagName.replace('6', '5') : 'p')
  if (isHeading) return made
  const item = itemOf(source)
  if (item) made.dataset['list'] = item.list
  if (item?.start) made.dataset['start'] = String(item.start)
  const align = styleOf(source).textAlign || (source.getAttribute('align') ?? '')
  if (['left', 'center', 'right'].includes(align)) made.dataset['align'] = align
  return made
}

/** A line break of the file between two elements, or at its edge. */
const isLayout = (node: Node): boolean =>
  /^\s*\n\s*$/.test(node.textContent ?? '') && (isEdge(node.previousSibling) || isEdge(node.nextSibling))

const isEdge = (node: Node | null): boolean => node === null || node.nodeType === node.COMMENT_NODE

function text(flat: Flat, words: string, marks: PastedMarks): void {
  const plain = words.replace(/[\s\u00a0]+/g, ' ')
  const isFirst = flat.block?.hasChildNodes() ? flat.block.textContent.endsWith(' ') : flat.hasBlocks
  const kept = isFirst ? plain.replace(/^ /, '') : plain
  if (kept === '') return
  const isHeading = flat.block?.tagName.startsWith('H') ?? false
  open(flat).append(
    wrapped(flat.dom.createTextNode(kept), isHeading ? { ...marks, strong: false } : marks, flat.dom),
  )
}

function table(flat: Flat, source: HTMLTableElement): void {
  close(flat)
  flat.hasBlocks = true
  flat.out.append(cleanTable(source, flatten))
}

const open = (flat: Flat): HTMLElement => (flat.block ??= flat.dom.createElement('p'))

function close(flat: Flat): void {
  const { block: closed } = flat
  flat.block = null
  if (!closed) return
  while (closed.lastElementChild?.tagName === 'BR' && closed.lastChild === closed.lastElementChild)
    closed.lastElementChild.remove()
  takeTypedMark(closed)
  if (closed.textContent.trim() !== '' || closed.querySelector('sup[data-note]')) flat.out.append(closed)
}

/** Marks and numbers that somebody typed are drawn here, so they leave the words. */
function takeTypedMark(closed: HTMLElement): void {
  if (closed.tagName !== 'P') {
    cutStart(closed, typedNumber(closed.textContent))
    return
  }
  const mark = closed.dataset['list'] ? undefined : typedMark(closed.textContent)
  if (!mark) return
  closed.dataset['list'] = mark.list
  cutStart(closed, mark.length)
}

function cutStart(from: Node, length: number): void {
  let left = length
  for (const child of [...from.childNodes]) {
    if (left <= 0) return
    const size = child.textContent?.length ?? 0
    if (child.nodeType === child.TEXT_NODE) child.textContent = (child.textContent ?? '').slice(left)
    else cutStart(child, left)
    left -= size
  }
}
