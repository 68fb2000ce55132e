import { useEffect, useRef, useState } from 'react'
import type { Person } from '../../state/presence'
import { vi } from '../../wording/vi'

/** Says aloud who came and who left; not those who were here when this window opened. */
export function ComingAndGoing({ people }: { people: readonly Person[] }) {
  const before = useRef<ReadonlySet<string> | null>(null)
  const [words, setWords] = useState('')
  const names = [...new Set(people.map(({ name }) => name))].sort().join('\n')
  useEffect(() => {
    const now = new Set(names === '' ? [] : names.split('\n'))
    const known = before.current
    before.current = now
    if (!known) return
    const came = [...now].filter(name => !known.has(name)).join(', ')
    const left = [...known].filter(name => !now.has(name)).join(', ')
    const said = [came && vi.people.came(came), left && vi.people.left(left)]
    setWords(said.filter(Boolean).join('. '))
  }, [names])
  return (
    <span className="visually-hidden" role="status">
      {words}
    </span>
  )
}
