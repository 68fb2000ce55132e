import type { Node } from 'prosemirror-model'
import type { NoteId } from '../report/ids'
import { blockIdOf, isHeading } from '../report/nodes'
import type { Report } from '../report/report'
import { align, type Group } from './align'
import { blockDifferences, rankOf, type Sides } from './block-differences'
import { blocksOfContent } from './blocks-of-content'
import { contentOf, type Content } from './content'
import type { Difference } from './difference'
import { fieldDifferences } from './field-differences'
import { foldRuns, type Foldable, type RunKey } from './fold-runs'
import { noteDifferences, pairNotes } from './note-differences'

/** Blocks that belong together, in the reading order of both texts: what is gone stands where it stood. */
export interface FlowPlace {
  /** Empty: new here. Several: joined. */
  readonly was: readonly Node[]
  /** Empty: gone. Several: split. */
  readonly now: readonly Node[]
  /** Stood elsewhere. */
  readonly moved: boolean
}

export interface Comparison {
  /** Both texts as one, for drawing one with the marks of the other. */
  readonly flow: readonly FlowPlace[]
  /** In reading order. Equal contents have none, whatever their sheets and numbers. */
  readonly differences: readonly Difference[]
}

export const compareReports = (was: Report, now: Report): Comparison =>
  compareContents(contentOf(was), contentOf(now))

/** What is not as it was: found by ids first, then by equal, then by similar words. */
export function compareContents(before: Content, after: Content): Comparison {
  const [was, now] = [blocksOfContent(before), blocksOfContent(after)]
  const groups = align(was.items, now.items, { splits: true })
  const notes = pairNotes(was, now)
  const today = new Map(
    notes.flatMap(({ was: old, now: fresh }) => (old && fresh ? [[old, fresh] as const] : [])),
  )
  const sides: Sides = { was, now, noteToday: (note: NoteId) => today.get(note) ?? note }
  const ofNotes = noteDifferences(sides, notes, groups)
  const runs = runKeys(groups, after.blocks)
  const told = groups.flatMap((group): Foldable[] => [
    ...blockDifferences(sides, group).map(difference => ({
      difference,
      run: runs(group, difference, before),
    })),
    ...ofNotes(group).map(difference => ({ difference, run: null })),
  ])
  return {
    flow: groups.map(group => ({
      was: group.was.flatMap(index => before.blocks[index] ?? []),
      now: group.now.flatMap(index => after.blocks[index] ?? []),
      moved: group.moved,
    })),
    differences: withOwnKeys([...fieldDifferences(before.fields, after.fields), ...foldRuns(told)]),
  }
}

type RunOf = (group: Group, difference: Difference, before: Content) => RunKey | null

/** Which differences may be told together with their neighbours. */
function runKeys(groups: readonly Group[], now: readonly Node[]): RunOf {
  const paired = groups.filter(group => group.was.length > 0 && group.now.length > 0)
  const nowRank = new Map(paired.map((group, index) => [group, index]))
  const byWas = [...paired].sort((one, other) => (one.was[0] ?? 0) - (other.was[0] ?? 0))
  const wasRank = new Map(byWas.map((group, index) => [group, index]))
  return (group, { kind }, before) => {
    if (kind === 'moved') return { kind, was: wasRank.get(group) ?? 0, now: nowRank.get(group) ?? 0 }
    if (kind !== 'promoted' && kind !== 'demoted') return null
    const [old, fresh] = [before.blocks[group.was[0] ?? -1], now[group.now[0] ?? -1]]
    if (!old || !fresh || !isHeading(old) || !isHeading(fresh)) return null
    return {
      kind: 'level',
      by: rankOf(fresh) - rankOf(old),
      within: sectionsAround(before.blocks, group.was[0] ?? 0),
    }
  }
}

/** The sections in which a heading's section stands, the outermost first, and itself at the end. */
function sectionsAround(blocks: readonly Node[], index: number): readonly string[] {
  const around: string[] = []
  let rank = Infinity
  for (let at = index; at >= 0; at--) {
    const block = blocks[at]
    if (!block || !isHeading(block) || rankOf(block) >= rank) continue
    rank = rankOf(block)
    around.unshift(blockIdOf(block))
  }
  return around
}

/** Ids that stand twice in a report would give two differences one key. */
function withOwnKeys(differences: readonly Difference[]): readonly Difference[] {
  const times = new Map<string, number>()
  return differences.map(difference => {
    const time = (times.get(difference.key) ?? 0) + 1
    times.set(difference.key, time)
    return time === 1 ? difference : { ...difference, key: `${difference.key} ${time}` }
  })
}
