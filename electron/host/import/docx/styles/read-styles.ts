import { limits } from '../limits'
import { childOf, valueOf, type XmlElement } from '../xml/element'

export interface Style {
  readonly id: string
  readonly type: string
  /** Lower case, as Word stores it in every language ("heading 1"). */
  readonly name: string
  readonly basedOn: string | undefined
  readonly element: XmlElement
}

export interface Styles {
  /** The style and those it is based on, nearest first; the default style of the type where `id` is unknown. */
  chain(type: StyleType, id: string | undefined): readonly Style[]
  readonly defaultRun: XmlElement | undefined
  readonly defaultParagraph: XmlElement | undefined
}

export type StyleType = 'paragraph' | 'character' | 'table' | 'numbering'

/** Reads the part `styles`; a file without one has no styles. */
export function readStyles(root: XmlElement | null): Styles {
  const byId = new Map<string, Style>()
  const defaults = new Map<string, string>()
  for (const element of root?.children ?? []) {
    if (element.name !== 'style') continue
    const { styleId: id = '', type = 'paragraph', default: standard } = element.attributes
    const name = (valueOf(element, 'name') ?? '').toLowerCase()
    if (byId.has(id)) continue
    byId.set(id, { id, type, name, basedOn: valueOf(element, 'basedOn'), element })
    if (standard === '1' || standard === 'true') defaults.set(type, id)
  }
  const docDefaults = childOf(root ?? undefined, 'docDefaults')
  const chains = new Map<string, readonly Style[]>()
  return {
    defaultRun: childOf(childOf(docDefaults, 'rPrDefault'), 'rPr'),
    defaultParagraph: childOf(childOf(docDefaults, 'pPrDefault'), 'pPr'),
    chain: (type, id) => {
      const start = id !== undefined && byId.get(id)?.type === type ? id : defaults.get(type)
      if (start === undefined) return []
      let chain = chains.get(start)
      if (!chain) chains.set(start, (chain = follow(byId, start)))
      return chain
    },
  }
}

/** Styles based on each other in a ring occur in damaged files: each is taken once. */
function follow(byId: ReadonlyMap<string, Style>, start: string): readonly Style[] {
  const chain = new Set<Style>()
  let style = byId.get(start)
  while (style && !chain.has(style) && chain.size < limits.styleChain) {
    chain.add(style)
    style = style.basedOn === undefined ? undefined : byId.get(style.basedOn)
  }
  return [...chain]
}

/** The first property of that name along a chain. */
export function inherited(
  chain: readonly Style[],
  container: 'pPr' | 'rPr' | 'tblPr',
  name: string,
): XmlElement | undefined {
  for (const style of chain) {
    const found = childOf(childOf(style.element, container), name)
    if (found) return found
  }
  return undefined
}
