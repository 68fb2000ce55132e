import { compareContents } from '../compare/compare-contents'
import { contentOf, cutAtHeadings, type Content } from '../compare/content'
import type { Difference } from '../compare/difference'
import type { BlockId } from '../report/ids'
import { blockIdOf, isHeading } from '../report/nodes'
import type { Report } from '../report/report'
import { headOfReport } from './piece'
import { isSameBlock } from './same-block'

/** A section as somebody saw it. */
export interface SeenSection {
  readonly section: string
  readonly at: string
  readonly content: Content
}

/** One section in which something is not as it was seen. */
export interface ChangedSection {
  readonly section: string
  /** `new`: never seen; its differences are all that stands in it. `gone`: its heading is no more. */
  readonly kind: 'changed' | 'new' | 'gone'
  /** When it was looked at; null: never. */
  readonly at: string | null
  readonly differences: readonly Difference[]
}

/** What changed since each section was last seen, in reading order. Nothing where nothing was ever seen. */
export function changesSince(seen: readonly SeenSection[], report: Report): readonly ChangedSection[] {
  if (seen.length === 0) return []
  const now = contentOf(report)
  const { differences } = compareContents(...withoutUnchanged(seenContent(seen), now))
  const looked = new Map(seen.map(({ section, at }) => [section, at]))
  const here = new Set<string>(cutAtHeadings(now.blocks).map(({ section }) => section ?? headOfReport))
  const sections = new Map<string, Difference[]>()
  for (const difference of differences) {
    const section = difference.section ?? headOfReport
    sections.set(section, [...(sections.get(section) ?? []), difference])
  }
  return [...sections].map(([section, found]) => ({
    section,
    kind: !looked.has(section) ? 'new' : here.has(section) || section === headOfReport ? 'changed' : 'gone',
    at: looked.get(section) ?? null,
    differences: found,
  }))
}

/**
 * All that a person has seen as one text. What was seen in two sections, because it moved between two looks, stands where
 * it was seen last.
 */
function seenContent(seen: readonly SeenSection[]): Content {
  const last = new Map<BlockId, SeenSection>()
  for (const each of [...seen].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)))
    for (const block of each.content.blocks) last.set(blockIdOf(block), each)
  const oldestFirst = [...seen].sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ content }) => content)
  const fields = seen.find(({ section }) => section === headOfReport)?.content.fields
  return {
    blocks: seen.flatMap(each =>
      each.content.blocks.filter(block => blockIdOf(block) === '' || last.get(blockIdOf(block)) === each),
    ),
    notes: new Map(oldestFirst.flatMap(({ notes }) => [...notes])),
    indicators: new Map(oldestFirst.flatMap(({ indicators }) => [...indicators])),
    options: new Map(oldestFirst.flatMap(({ options }) => [...options])),
    ...(fields ? { fields } : {}),
  }
}

/**
 * Both without what nobody touched: of a section that is as it was seen, the heading alone stands for it. Most of a long
 * report is so, and after an edit nothing of it is looked at anew.
 */
function withoutUnchanged(was: Content, now: Content): readonly [Content, Content] {
  const old = new Map(cutAtHeadings(was.blocks).map(({ section, blocks }) => [section, blocks]))
  const same = new Set<BlockId>()
  for (const { section, blocks } of cutAtHeadings(now.blocks)) {
    const before = old.get(section) ?? []
    const isSame =
      before.length === blocks.length &&
      blocks.every((block, index) => isSameBlock(before[index], was, block, now))
    if (isSame) for (const block of blocks) if (!isHeading(block)) same.add(blockIdOf(block))
  }
  const rest = (content: Content): Content => ({
    ...content,
    blocks: content.blocks.filter(block => !same.has(blockIdOf(block))),
  })
  return [rest(was), rest(now)]
}
