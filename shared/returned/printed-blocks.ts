import { Fragment, type Node } from 'prosemirror-model'
import type { Options } from '../options/options'
import type { BlockId, OptionsId } from '../report/ids'
import { profileOf } from '../print/profiles'
import { blockIdOf, blocksOf, isHeading, isOptions, levelOf, optionsIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { schema } from '../report/schema'

/** Blocks as a Word file has them: wordings are paragraphs there. */
export interface PrintedBlocks {
  readonly blocks: readonly Node[]
  /** The paragraphs that stand for wordings. */
  readonly wordings: ReadonlyMap<BlockId, OptionsId>
}

/** Headings as they look: many levels are printed in capitals, and Word files have the capitals. */
export function inCapitals(blocks: readonly Node[], profile: string): readonly Node[] {
  const { headings } = profileOf(profile)
  return blocks.map(block => (isHeading(block) && headings[levelOf(block)].upper ? upper(block) : block))
}

const upper = (block: Node): Node =>
  block.copy(
    Fragment.fromArray(
      block.children.map(child =>
        child.isText ? schema.text((child.text ?? '').toLocaleUpperCase('vi'), child.marks) : child,
      ),
    ),
  )

export function printedBlocks(report: Report): PrintedBlocks {
  const wordings = new Map<BlockId, OptionsId>()
  const blocks = blocksOf(report.text).flatMap(block => {
    const options = isOptions(block) ? report.options.get(optionsIdOf(block)) : undefined
    const printed = options ? paragraphsOf(options) : [block]
    for (const each of options ? printed : []) wordings.set(blockIdOf(each), optionsIdOf(block))
    return printed
  })
  return { blocks, wordings }
}

/** As printed: the one that was chosen, else each under its name. */
function paragraphsOf({ id, name, wordings, chosen }: Options): Node[] {
  const shown = wordings.filter(wording => chosen === '' || wording.id === chosen)
  return shown.flatMap(({ id: wording, body }, index) =>
    body.content.content.map((paragraph, at) => {
      const words = schema.nodeFromJSON(paragraph.toJSON())
      const label = schema.text(`${name} ${index + 1}: `.trimStart(), [schema.mark('strong')])
      const content = at === 0 && chosen === '' ? words.content.addToStart(label) : words.content
      return schema.node('paragraph', { ...words.attrs, id: `${id} ${wording} ${at}` }, content)
    }),
  )
}
