import type { Doc } from 'yjs'
import type { OpenCounts } from '../../../shared/approvals/section-states'
import { openCounts } from '../../../shared/board/open-counts'
import type { BlockId } from '../../../shared/report/ids'
import { schema } from '../../../shared/report/schema'
import { placesIn } from '../../../shared/review/places'
import { readFragment } from '../../../shared/sync/read-report'
import { textOf } from '../../../shared/sync/report-doc'
import { roomRecords } from './room-records'

interface Reviewed {
  /** The documents of the rooms. */
  readonly rooms: Readonly<Record<'review' | 'leaders', { readonly body: Doc }>>
  /** The text that is spoken of. */
  readonly body: () => Doc
  /** Who stands behind the author `self`. */
  readonly founder: () => string | null
}

/** What is open in a section and those inside it, among all members and among leaders, as a window counts it. */
export const openIn =
  ({ rooms, body, founder }: Reviewed) =>
  (section: string): OpenCounts => {
    const places = placesIn(readFragment(textOf(body()), schema))
    const counts = (['all', 'leaders'] as const).map(audience => {
      const { body: doc } = audience === 'all' ? rooms.review : rooms.leaders
      return openCounts(roomRecords(doc, audience).review(founder()), places).get(section as BlockId)
    })
    return {
      threads: sum(counts.map(count => count?.threads)),
      proposals: sum(counts.map(count => count?.proposals)),
    }
  }

const sum = (counts: readonly (number | undefined)[]): number =>
  counts.reduce<number>((total, count = 0) => total + count, 0)
