import type { SourceParagraph } from '../../../../../shared/import/source'
import { childOf, numberOf, switchOf, valueOf, type XmlElement } from '../xml/element'
import { inherited, type Style, type Styles } from './read-styles'

export interface ParagraphTraits {
  readonly styles: readonly Style[]
  readonly align: SourceParagraph['align']
  readonly styleDepth: number | undefined
  readonly pageBreakBefore: boolean
  /** A line of an automatic table of contents. */
  readonly tocEntry: boolean
}

const alignments: Readonly<Record<string, SourceParagraph['align']>> = {
  both: 'justify',
  distribute: 'justify',
  center: 'center',
  right: 'right',
  end: 'right',
  left: 'left',
  start: 'left',
}

/** The properties of a paragraph by its own `w:pPr`, else by its style and the styles that one is based on. */
export function paragraphTraits(styles: Styles, properties: XmlElement | undefined): ParagraphTraits {
  const chain = styles.chain('paragraph', valueOf(properties, 'pStyle'))
  const stated = (name: string) =>
    childOf(properties, name) ?? inherited(chain, 'pPr', name) ?? childOf(styles.defaultParagraph, name)
  return {
    styles: chain,
    align: alignments[stated('jc')?.attributes['val'] ?? ''],
    styleDepth: depthOf(stated('outlineLvl'), chain),
    pageBreakBefore: switchOf(properties, 'pageBreakBefore') ?? switchIn(chain, 'pageBreakBefore'),
    tocEntry: chain.some(style => /^(toc \d|table of figures)$/.test(style.name)),
  }
}

function switchIn(chain: readonly Style[], name: string): boolean {
  const found = inherited(chain, 'pPr', name)
  return found !== undefined && !['0', 'false', 'off'].includes(found.attributes['val'] ?? '1')
}

/** 0–8; 9 in the file means body text. */
function depthOf(outline: XmlElement | undefined, chain: readonly Style[]): number | undefined {
  const stated = numberOf(outline?.attributes['val'])
  if (stated !== undefined) return stated >= 0 && stated < 9 ? stated : undefined
  for (const { name } of chain) {
    const level = /^heading ([1-9])$/.exec(name)?.[1]
    if (level !== undefined) return Number(level) - 1
  }
  return undefined
}
