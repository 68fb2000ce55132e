import { useEffect, useState } from 'react'
import type { Difference } from '../../shared/compare/difference'
import { blockIdOf } from '../../shared/report/nodes'
import type { Source } from '../../shared/versions/source'
import type { Version } from '../../shared/versions/version'
import { ask } from '../host/ask'
import { attempt } from './attempt'
import type { ComparedSides } from './compare'
import type { ComparedRow } from './compare-rows'

/** Members by the block in which they wrote between the two sides. */
export type Authors = ReadonlyMap<string, ReadonlySet<string>>

const nobodyKnown: Authors = new Map()

/** Who wrote between two sides, as far as the host saw it; empty where one of them is a file. */
export function useAuthors(sides: ComparedSides | null, versions: readonly Version[]): Authors {
  const [authors, setAuthors] = useState(nobodyKnown)
  useEffect(() => {
    let isWanted = true
    setAuthors(nobodyKnown)
    const spans = sides ? spansBetween(sides, versions) : []
    void attempt(() => Promise.all(spans.map(id => ask('version.authors', { id })))).then(answers => {
      if (isWanted && answers) setAuthors(together(answers.map(({ blocks }) => blocks)))
    })
    return () => {
      isWanted = false
    }
  }, [sides, versions])
  return authors
}

/** The spans of writing that lie between: each is named by the version at its end, the last one by null. */
export function spansBetween(
  { was, now }: ComparedSides,
  versions: readonly Version[],
): readonly (string | null)[] {
  const placeOf = (source: Source): number => {
    if (source.kind === 'today') return versions.length
    return source.kind === 'version' ? versions.findIndex(({ id }) => id === source.id) : -1
  }
  const [from, to] = [placeOf(was), placeOf(now)].sort((one, other) => one - other)
  if (from === undefined || to === undefined || from < 0) return []
  const ends = versions.slice(from + 1, to + 1).map(({ id }) => id)
  return to === versions.length ? [...ends, null] : ends
}

function together(
  spans: readonly Readonly<Record<string, { readonly members: readonly string[] }>>[],
): Authors {
  const authors = new Map<string, Set<string>>()
  for (const span of spans)
    for (const [block, { members }] of Object.entries(span)) {
      const known = authors.get(block) ?? new Set()
      for (const member of members) known.add(member)
      authors.set(block, known)
    }
  return authors
}

/** Who wrote at the place of a change. */
export function authorsAt(authors: Authors, difference: Difference, row: ComparedRow): readonly string[] {
  if (authors.size === 0) return []
  const { place } = difference
  const own = place.kind === 'field' ? [] : [place.kind === 'cell' ? place.table : place.id]
  const inRow = (): string[] => [...row.now, ...row.was].map(blockIdOf)
  const found = [own, difference.now, difference.was, place.kind === 'note' ? inRow() : []]
    .map(ids => ids.flatMap(id => [...(authors.get(id) ?? [])]))
    .find(members => members.length > 0)
  return [...new Set(found ?? [])]
}
