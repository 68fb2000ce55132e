import { useMemo } from 'react'
import { wholeReport } from '../../../shared/permissions/member'
import { useSnapshot } from '../../state/use-session'
import type { Choice } from '../../ui/Select'
import { vi } from '../../wording/vi'

export interface Sections {
  /** Of every section, indented as in the outline. */
  readonly choices: readonly Choice[]
  /** "I- Phát triển kinh tế", by the section's id. */
  readonly nameOf: (id: string) => string
}

/** What the dialog calls the sections of the report. */
export function useSections(): Sections {
  const items = useSnapshot(now => now.outline().items)
  return useMemo(() => {
    const names = new Map<string, string>(
      items.map(({ id, number, title }) => [id, `${number} ${title}`.trim()]),
    )
    return {
      choices: items.map(({ id, depth }) => ({ value: id, label: indent(depth) + (names.get(id) ?? '') })),
      nameOf: id =>
        names.get(id) ?? (id === wholeReport ? vi.committee.grants.whole : vi.committee.grants.gone),
    }
  }, [items])
}

/** Ordinary spaces at the start of an option are not shown. */
const indent = (depth: number): string => '\u2003'.repeat(depth)
