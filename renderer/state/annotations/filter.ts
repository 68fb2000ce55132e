import type { BlockId } from '../../../shared/report/ids'
import type { Audience } from '../../../shared/review/record'
import { everything, passesFilter } from '../../../shared/review/list/review-filter'
import { asksFor } from './asks-for'
import type { Thread } from './threads'

/** Which threads are listed; null: whichever. */
export interface Filter {
  readonly status: 'open' | 'resolved' | 'all'
  /** Who said something in it. */
  readonly person: string | null
  readonly unit: string | null
  /** Its heading: what stands in its subsections belongs to it. */
  readonly section: string | null
  readonly audience: Audience | null
  readonly forMe: boolean
}

export const noFilter: Filter = {
  status: 'open',
  person: null,
  unit: null,
  section: null,
  audience: null,
  forMe: false,
}

/** Whether anything but the status is asked for. */
export const isNarrowed = ({ status: _status, ...others }: Filter): boolean =>
  Object.values(others).some(value => value !== null && value !== false)

interface Viewer {
  readonly self: string
  readonly unitOf: (member: string) => string
}

export function passes({ annotation, headings }: Thread, filter: Filter, { self, unitOf }: Viewer): boolean {
  const { status, section, forMe, ...others } = filter
  return (
    (!forMe || asksFor(annotation, self)) &&
    passesFilter(
      annotation,
      { ...everything, ...others, status: statusOf[status], section: section as BlockId | null },
      { headings, unitOf },
    )
  )
}

const statusOf = { open: 'open', resolved: 'done', all: null } as const
