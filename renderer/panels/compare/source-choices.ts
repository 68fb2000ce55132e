import type { Source } from '../../../shared/versions/source'
import type { Version } from '../../../shared/versions/version'
import type { ReadFile } from '../../state/compare-sources'
import { vi } from '../../wording/vi'
import { moment } from '../../wording/window'

export interface SourceChoice {
  readonly value: string
  readonly label: string
}

export interface SourceGroup {
  readonly name: string
  readonly choices: readonly SourceChoice[]
}

/** A source as the value of a list. */
export function valueOf(source: Source): string {
  if (source.kind === 'today') return 'today'
  return source.kind === 'version' ? `version ${source.id}` : `file ${source.token}`
}

/** The source that such a value stands for; null for any other. */
export function sourceOf(value: string): Source | null {
  const [kind, name = ''] = value.split(' ')
  if (kind === 'today') return { kind }
  if (kind === 'version') return { kind, id: name }
  return kind === 'file' ? { kind, token: name } : null
}

/** What can be compared besides today's text: drafts and versions, the newest first, and files that were read. */
export function sourceGroups(
  versions: readonly Version[],
  files: readonly Pick<ReadFile, 'token' | 'name'>[],
): readonly SourceGroup[] {
  const newest = [...versions].reverse()
  const groups = [
    { name: vi.compare.drafts, choices: newest.filter(isDraft).map(versionChoice) },
    { name: vi.compare.automatic, choices: newest.filter(each => !isDraft(each)).map(versionChoice) },
    {
      name: vi.compare.files,
      choices: files.map(({ token, name }) => ({ value: valueOf({ kind: 'file', token }), label: name })),
    },
  ]
  return groups.filter(({ choices }) => choices.length > 0)
}

export const isDraft = ({ number }: Version): boolean => number !== null

const versionChoice = (version: Version): SourceChoice => ({
  value: valueOf({ kind: 'version', id: version.id }),
  label: isDraft(version)
    ? vi.compare.draft(version.label, dayOf(version.date))
    : vi.compare.kept(moment(version.at, new Date()), vi.compare.causes[version.cause]),
})

/** "2026-02-14" → "14/02/2026" */
const dayOf = (day: string): string => day.split('-').reverse().join('/')

/** Whether a side can still be had. */
export const isKnown = (
  source: Source,
  versions: readonly Version[],
  files: readonly Pick<ReadFile, 'token'>[],
): boolean =>
  source.kind === 'today' ||
  (source.kind === 'version'
    ? versions.some(({ id }) => id === source.id)
    : files.some(({ token }) => token === source.token))
