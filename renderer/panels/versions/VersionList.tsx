import { ChevronDown, ChevronRight, Clock, Stamp } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import type { Version } from '../../../shared/versions/version'
import { vi } from '../../wording/vi'
import { groupOf, rowsOf, shownIn } from './rows'
import { madeOf, nameOf } from './version-words'

interface VersionListProps {
  /** The oldest first. */
  readonly all: readonly Version[]
  readonly chosen: string | null
  readonly onChoose: (version: Version) => void
  readonly onOpen: (version: Version) => void
}

/** Drafts, the newest first, with the versions between them folded. Arrow keys choose, Enter opens. */
export function VersionList({ all, chosen, onChoose, onOpen }: VersionListProps) {
  const rows = rowsOf(all)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const flip = (group: string): void => {
    const next = new Set(open)
    if (!next.delete(group)) next.add(group)
    setOpen(next)
  }
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const shown = shownIn(rows, open)
    const next = shown[shown.findIndex(({ id }) => id === chosen) + by]
    if (!next) return
    onChoose(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-version="${next.id}"]`)?.focus()
  }
  const row = (version: Version) => (
    <VersionRow key={version.id} version={version} isHere={version.id === chosen} {...{ onChoose, onOpen }} />
  )
  return (
    <ul aria-label={vi.versions.list} onKeyDown={move}>
      {rows.map(each => {
        if (each.kind === 'draft') return row(each.version)
        const group = groupOf(each.versions)
        return (
          <li key={group}>
            <Group count={each.versions.length} isOpen={open.has(group)} onFlip={() => flip(group)} />
            {open.has(group) && <ul>{each.versions.map(row)}</ul>}
          </li>
        )
      })}
    </ul>
  )
}

interface GroupProps {
  readonly count: number
  readonly isOpen: boolean
  readonly onFlip: () => void
}

const Group = ({ count, isOpen, onFlip }: GroupProps) => (
  <button type="button" className="version-group" aria-expanded={isOpen} onClick={onFlip}>
    {isOpen ? (
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
    ) : (
      <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
    )}
    {vi.versions.automatic(count)}
  </button>
)

interface RowProps {
  readonly version: Version
  readonly isHere: boolean
  readonly onChoose: (version: Version) => void
  readonly onOpen: (version: Version) => void
}

function VersionRow({ version, isHere, onChoose, onOpen }: RowProps) {
  const Icon = version.number === null ? Clock : Stamp
  return (
    <li>
      <button
        type="button"
        className="version-row"
        data-first={isHere || undefined}
        data-version={version.id}
        aria-current={isHere ? 'true' : undefined}
        onClick={() => onChoose(version)}
        onDoubleClick={() => onOpen(version)}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          onOpen(version)
        }}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span className="grow">
          <strong>{nameOf(version)}</strong>
          <span className="quiet">{madeOf(version)}</span>
          {version.purpose && <span className="purpose">{version.purpose}</span>}
        </span>
      </button>
    </li>
  )
}
