import type { Audience } from '../../../shared/review/record'
import type { Annotation } from '../../../shared/review/review'
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

export function passes({ annotation, headings }: Thread, filter: Filter, viewer: Viewer): boolean {
  const { status, person, unit, section, audience, forMe } = filter
  const speakers = speakersOf(annotation)
  return (
    (status === 'all' || (annotation.resolved !== null) === (status === 'resolved')) &&
    (person === null || speakers.includes(person)) &&
    (unit === null || speakers.some(speaker => viewer.unitOf(speaker) === unit)) &&
    (section === null || headings.some(heading => heading === section)) &&
    (audience === null || annotation.audience === audience) &&
    (!forMe || asksFor(annotation, viewer.self))
  )
}

export const speakersOf = ({ author, replies }: Annotation): string[] => [
  author,
  ...replies.map(reply => reply.author),
]
