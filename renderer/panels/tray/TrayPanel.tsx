import { vi } from '../../wording/vi'
import type { EntryGroup } from './shown-entries'
import { TrayCard, type TrayActs } from './TrayCard'

export interface TrayPanelProps {
  readonly groups: readonly EntryGroup[]
  readonly readOnly: boolean
  readonly acts: TrayActs
  /** A member's name; null for the person at this window, empty where nobody knows. */
  readonly nameOf: (member: string | null) => string | null
}

/** Words that did not come into the report, section by section. */
export function TrayPanel({ groups, readOnly, acts, nameOf }: TrayPanelProps) {
  if (groups.length === 0) return <p className="empty">{vi.tray.none}</p>
  return (
    <div className="cards tray" role="group" aria-label={vi.tray.list} tabIndex={-1}>
      <p className="tray-intro">{vi.tray.intro}</p>
      {groups.map(({ key, title, entries }) => (
        <section key={key} aria-label={title}>
          <h3 className="group-name">
            {title} · {entries.length}
          </h3>
          {entries.map(shown => (
            <TrayCard
              key={shown.entry.id}
              {...shown}
              {...{ acts, readOnly }}
              author={nameOf(shown.entry.author)}
            />
          ))}
        </section>
      ))}
    </div>
  )
}
