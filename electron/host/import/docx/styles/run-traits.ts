import { encodingOfFont } from '../../../../../shared/import/legacy/judge-encoding'
import { childOf, numberOf, switchOf, valueOf, type XmlElement } from '../xml/element'
import type { Style, Styles } from './read-styles'

/** How a piece of text looks, as far as a report keeps or needs it. */
export interface RunTraits {
  readonly strong: boolean
  readonly em: boolean
  readonly underline: boolean
  readonly vertical: 'superscript' | 'subscript' | undefined
  readonly hidden: boolean
  readonly capitals: boolean
  /** Half-points. */
  readonly size: number | undefined
  readonly font: string
}

/** What one `w:rPr` (or a chain of styles) states; undefined = says nothing. */
interface StatedTraits {
  readonly strong: boolean | undefined
  readonly em: boolean | undefined
  readonly hidden: boolean | undefined
  readonly capitals: boolean | undefined
  readonly underline: boolean | undefined
  readonly vertical: string | undefined
  readonly size: number | undefined
  readonly font: string | undefined
}

export interface TraitReader {
  /** The look of a run with these properties in a paragraph whose style chain is given. */
  traits(paragraphStyles: readonly Style[], properties: XmlElement | undefined): RunTraits
}

export function traitReader(styles: Styles): TraitReader {
  const defaults = stated(styles.defaultRun)
  const ofChain = new WeakMap<readonly Style[], StatedTraits>()
  const plain = new WeakMap<readonly Style[], RunTraits>()
  const chainTraits = (chain: readonly Style[]): StatedTraits => {
    let traits = ofChain.get(chain)
    if (!traits) {
      traits = chain.map(style => stated(childOf(style.element, 'rPr'))).reduce(fallBack, stated(undefined))
      ofChain.set(chain, traits)
    }
    return traits
  }
  const none: readonly Style[] = []
  return {
    traits: (paragraphStyles, properties) => {
      const known = properties ? undefined : plain.get(paragraphStyles)
      if (known) return known
      const character = valueOf(properties, 'rStyle')
      const traits = combine({
        direct: stated(properties),
        character: chainTraits(character === undefined ? none : styles.chain('character', character)),
        paragraph: chainTraits(paragraphStyles),
        defaults,
      })
      if (!properties) plain.set(paragraphStyles, traits)
      return traits
    },
  }
}

type Toggle = 'strong' | 'em' | 'hidden' | 'capitals'
type Sources = Readonly<Record<'direct' | 'character' | 'paragraph' | 'defaults', StatedTraits>>

/**
 * Toggle properties of the paragraph's and the character's style cancel each other: emphasis inside a bold heading
 * is shown upright (ISO 29500-1 §17.7.3). Stated on the run itself they simply hold.
 */
function toggled(name: Toggle, { direct, character, paragraph, defaults }: Sources): boolean {
  if (direct[name] !== undefined) return direct[name]
  if (character[name] === undefined && paragraph[name] === undefined) return defaults[name] ?? false
  return (character[name] ?? false) !== (paragraph[name] ?? false)
}

function combine(sources: Sources): RunTraits {
  const { direct, character, paragraph, defaults } = sources
  const nearest = fallBack(fallBack(direct, character), fallBack(paragraph, defaults))
  const font = nearest.font ?? ''
  return {
    strong: toggled('strong', sources) || /bold/i.test(font),
    em: toggled('em', sources) || /italic|oblique/i.test(font),
    hidden: toggled('hidden', sources),
    capitals: toggled('capitals', sources),
    underline: nearest.underline ?? false,
    vertical:
      nearest.vertical === 'superscript' || nearest.vertical === 'subscript' ? nearest.vertical : undefined,
    size: nearest.size,
    font,
  }
}

const fallBack = (near: StatedTraits, far: StatedTraits): StatedTraits => ({
  strong: near.strong ?? far.strong,
  em: near.em ?? far.em,
  hidden: near.hidden ?? far.hidden,
  capitals: near.capitals ?? far.capitals,
  underline: near.underline ?? far.underline,
  vertical: near.vertical ?? far.vertical,
  size: near.size ?? far.size,
  font: near.font ?? far.font,
})

function stated(properties: XmlElement | undefined): StatedTraits {
  const fonts = childOf(properties, 'rFonts')?.attributes
  const underline = childOf(properties, 'u')
  return {
    strong: switchOf(properties, 'b'),
    em: switchOf(properties, 'i'),
    hidden: switchOf(properties, 'vanish'),
    capitals: switchOf(properties, 'caps'),
    underline: underline && (underline.attributes['val'] ?? 'single') !== 'none',
    vertical: valueOf(properties, 'vertAlign'),
    size: numberOf(valueOf(properties, 'sz')),
    font: fontOf(fonts),
  }
}

/** Word shows plain letters in the first font and all others in the second, so an old encoding may be named by either. */
function fontOf(fonts: Readonly<Record<string, string>> | undefined): string | undefined {
  const { ascii, hAnsi } = fonts ?? {}
  return hAnsi !== undefined && encodingOfFont(hAnsi) ? hAnsi : (ascii ?? hAnsi)
}
