import { childOf, type XmlElement } from '../xml/element'

/**
 * The element as it was before any tracked change, so that it can be read like one that never had any: what was put in
 * is gone, what was taken out is there, formats are the old ones. Several elements where a wrapper falls away, none where
 * all of it was put in.
 */
export function rejectRevisions(element: XmlElement): readonly XmlElement[] {
  const { name } = element
  if (name === 'ins' || name === 'moveTo') return []
  if (name === 'del' || name === 'moveFrom') return rejectAll(element.children)
  if (name === 'delText') return [{ ...element, name: 't' }]
  if (name === 'delInstrText') return [{ ...element, name: 'instrText' }]
  if (name === 'rPr') return [oldRunProperties(element)]
  if (name === 'pPr') return [oldParagraphProperties(element)]
  if (name === 'tr') return wasInserted(childOf(element, 'trPr'), 'ins') ? [] : oldRow(element)
  if (name === 'tc') return wasInserted(childOf(element, 'tcPr'), 'cellIns') ? [] : [oldCell(element)]
  const old = childOf(childOf(element, `${name}Change`), name)
  if (old && name !== 'sectPr') return [{ ...element, children: old.children }]
  return [within(element)]
}

const rejectAll = (elements: readonly XmlElement[]): XmlElement[] => elements.flatMap(rejectRevisions)

function within(element: XmlElement): XmlElement {
  const children = rejectAll(element.children)
  const isSame =
    children.length === element.children.length &&
    children.every((child, index) => child === element.children[index])
  return isSame ? element : { ...element, children }
}

const wasInserted = (properties: XmlElement | undefined, mark: 'ins' | 'cellIns'): boolean =>
  childOf(properties, mark) !== undefined

const marks = new Set(['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange'])

/** Of letters, or of a paragraph's end mark: one that was put in was not there, which is as if it were taken out. */
function oldRunProperties(element: XmlElement): XmlElement {
  const old = childOf(childOf(element, 'rPrChange'), 'rPr')
  const put = childOf(element, 'ins') ?? childOf(element, 'moveTo')
  if (!old && !element.children.some(({ name }) => marks.has(name))) return element
  const kept = old?.children ?? element.children.filter(({ name }) => !marks.has(name))
  return { ...element, children: put ? [...kept, { ...put, name: 'del' }] : [...kept] }
}

function oldParagraphProperties(element: XmlElement): XmlElement {
  const old = childOf(childOf(element, 'pPrChange'), 'pPr')
  // The old properties hold neither the mark's letters nor the section that ends here.
  const beside = element.children.filter(({ name }) => name === 'rPr' || name === 'sectPr')
  const children = old ? [...old.children, ...beside] : element.children
  return { ...element, children: rejectAll(children.filter(child => !isNewList(child))) }
}

/** The paragraph became part of a list. */
const isNewList = (child: XmlElement): boolean =>
  child.name === 'numPr' && childOf(child, 'ins') !== undefined

/** A row that was taken out is there again; one whose cells were all put in was not there. */
function oldRow(element: XmlElement): XmlElement[] {
  const row = within({
    ...element,
    children: element.children.map(child => (child.name === 'trPr' ? oldProperties(child) : child)),
  })
  return childOf(element, 'tc') && !childOf(row, 'tc') ? [] : [row]
}

function oldCell(element: XmlElement): XmlElement {
  return within({
    ...element,
    children: element.children.map(child => (child.name === 'tcPr' ? oldCellProperties(child) : child)),
  })
}

function oldProperties(element: XmlElement): XmlElement {
  const old = childOf(childOf(element, `${element.name}Change`), element.name)
  return { ...element, children: (old ?? element).children.filter(({ name }) => name !== 'del') }
}

function oldCellProperties(element: XmlElement): XmlElement {
  const merge = childOf(element, 'cellMerge')
  const { children } = oldProperties(element)
  const kept = children.filter(({ name }) => name !== 'cellDel' && name !== 'cellMerge')
  return { ...element, children: merge ? [...kept, ...mergeOf(merge.attributes['vMergeOrig'])] : kept }
}

/** The `vMerge` that a changed merge stands for: it says "cont" and "rest" for "continue" and "restart". */
export function mergeOf(value: string | undefined): XmlElement[] {
  if (value === undefined) return []
  const attributes = value.startsWith('rest') ? { val: 'restart' } : {}
  return [{ name: 'vMerge', attributes, children: [], text: '' }]
}
