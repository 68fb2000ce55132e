import type { Node } from 'prosemirror-model'
import { compareContents, compareReports } from '../../compare/compare-contents'
import type { BlockId } from '../../report/ids'
import { blockIdOf, blocksOf, isHeading } from '../../report/nodes'
import type { Report } from '../../report/report'
import { blocksAgain, type PlacedBlock } from './blocks-again'
import { intoTodaysSheets } from './into-todays-sheets'
import { placeAgain, runOfSection } from './place-again'
import type { Again } from './plan-restore'
import { recordsAgain } from './records-again'

/**
 * One section with its inner ones, where it stands today; if it is gone, behind what stood before it. What belongs to
 * another section today stays there, and what came here from another section stays here: nobody asked about those.
 */
export function sectionAgain(today: Report, version: Report, section: BlockId): Again | null {
  const [now, then] = [blocksOf(today.text), blocksOf(version.text)]
  const old = runOfSection(then, section)
  if (!old) return null
  const at = runOfSection(now, headingToday(today, version, section))
  const first = at?.first ?? placeAgain(now, then, old.first)
  const inside = now.slice(first, at?.end ?? first)
  const [before, behind] = [now.slice(0, first), now.slice(first + inside.length)]
  const wanted = then.slice(old.first, old.end)
  const isElsewhere = isAmong([...before, ...behind])
  const isFromElsewhere = isAmong(then.toSpliced(old.first, wanted.length))
  const { flow } = compareContents(
    { ...today, blocks: inside.filter(block => !isFromElsewhere(block)) },
    { ...version, blocks: wanted.filter(block => !isElsewhere(block)) },
  )
  const back = blocksAgain(flow)
  const guests = inside.filter(isFromElsewhere)
  const text = intoTodaysSheets(today.text, [
    ...before.map(staying),
    ...withGuests(back, guests, inside),
    ...behind.map(staying),
  ])
  const shows = back.map(({ node }) => node)
  return {
    after: recordsAgain({ ...today, text }, { today, version, back: shows }),
    elsewhere: wanted.filter(isElsewhere).length,
  }
}

const staying = (node: Node): PlacedBlock => ({ node, today: node })

function isAmong(blocks: readonly Node[]): (block: Node) => boolean {
  const ids = new Set(blocks.map(blockIdOf))
  return block => ids.has(blockIdOf(block))
}

/** The heading that opens the section today: that of its id, or the one that became of it, as after cut and paste. */
function headingToday(today: Report, version: Report, section: BlockId): BlockId | undefined {
  if (runOfSection(blocksOf(today.text), section)) return section
  const { flow } = compareReports(today, version)
  const [heading] = flow.find(({ now }) => now.some(block => blockIdOf(block) === section))?.was ?? []
  return heading && isHeading(heading) ? blockIdOf(heading) : undefined
}

/** What came here from another section, each behind the block that it stands behind today. */
function withGuests(
  back: readonly PlacedBlock[],
  guests: readonly Node[],
  inside: readonly Node[],
): readonly PlacedBlock[] {
  const placed = [...back]
  for (const guest of guests) {
    const neighbour = inside[inside.indexOf(guest) - 1]
    const at = placed.findIndex(({ node, today }) => (today ?? node) === neighbour)
    placed.splice(at < 0 ? placed.length : at + 1, 0, { node: guest, today: at < 0 ? null : guest })
  }
  return placed
}
