import type { Node } from 'prosemirror-model'
import type { BlockId } from '../report/ids'
import { blockIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { sectionsOf, type Section } from '../report/sections'
import { perObject } from '../util/per-object'
import { canonicalJson, hashOf } from '../util/canonical-json'
import { blockContent, recordsIn, type Records } from './block-content'

/*
 * What an approval stands for. Not in it: numbers, which are computed; sheets, which mean nothing; names of blocks,
 * notes, tables and rows, which nobody reads (words that were cut and pasted back are the same words).
 */

/** The fingerprint of what a reader of the section sees: sha256 in hexadecimal digits. */
export function sectionFingerprint(report: Report, section: BlockId): string | undefined {
  return fingerprintsOf(report).get(section)
}

/** Every section's fingerprint. An id that stands twice has none: nobody could say which is meant. */
export function fingerprintsOf(report: Report): FingerprintLookup {
  const sections = sectionsOf(report.text)
  const byId = uniqueById(sections)
  return {
    get: section => {
      const found = byId.get(section)
      return found && fingerprintOf(found, outerOf(found, sections), report)
    },
  }
}

export interface FingerprintLookup {
  readonly get: (section: BlockId) => string | undefined
}

export function uniqueById(sections: readonly Section[]): ReadonlyMap<BlockId, Section> {
  const byId = new Map<BlockId, Section>()
  const twice = new Set<BlockId>()
  for (const section of sections) {
    const id = blockIdOf(section.heading)
    if (byId.has(id)) twice.add(id)
    byId.set(id, section)
  }
  for (const id of twice) byId.delete(id)
  return byId
}

export const outerOf = (inner: Section, sections: readonly Section[]): BlockId[] =>
  sections
    .filter(outer => outer !== inner && outer.from < inner.from && inner.from < outer.to)
    .map(({ heading }) => blockIdOf(heading))

/** Of a section and the headings around it, outermost first. */
export function fingerprintOf(
  { heading, blocks }: Pick<Section, 'heading' | 'blocks'>,
  within: readonly BlockId[],
  report: Records,
): string {
  const known = last.get(heading)
  const hashes = blocks.map(block => hashOfBlock(block, report))
  const list = canonicalJson({ within, blocks: hashes })
  if (known?.list === list) return known.fingerprint
  const fingerprint = hashOf({ within, blocks: hashes })
  last.set(heading, { list, fingerprint })
  return fingerprint
}

/** The last one of each heading: between two edits most sections stay as they are. */
const last = new WeakMap<Node, { readonly list: string; readonly fingerprint: string }>()

interface KnownBlock {
  readonly records: readonly unknown[]
  readonly hash: string
}

const knownBlocks = new WeakMap<Node, KnownBlock>()

/** Computed once for each block and state of the notes, figures and wordings that it shows. */
function hashOfBlock(block: Node, report: Records): string {
  const records = namesOf(block).map(({ kind, id }) => recordOf(report, kind, id))
  const known = knownBlocks.get(block)
  if (known && known.records.every((record, index) => record === records[index])) return known.hash
  const hash = hashOf(blockContent(block, report))
  knownBlocks.set(block, { records, hash })
  return hash
}

const namesOf = perObject(recordsIn)

const recordOf = (report: Records, kind: keyof Records, id: string): unknown =>
  (report[kind] as ReadonlyMap<string, unknown>).get(id)
