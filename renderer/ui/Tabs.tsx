import type { KeyboardEvent } from 'react'
import type { LucideIcon } from 'lucide-react'

export interface Tab<T extends string> {
  readonly value: T
  readonly icon: LucideIcon
  /** Beside the icon, where there is room. */
  readonly name: string
  readonly count: number
  /** Some of what is counted is for this person. */
  readonly isUrgent: boolean
  /** What the number counts, read aloud. */
  readonly counted: string
  /** All of it, as a tip. */
  readonly long: string
}

interface TabsProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly tabs: readonly Tab<T>[]
  /** Ids begin with it: `${id}-${value}` is the tab, `${id}-panel` what it shows. */
  readonly id: string
  readonly onChoose: (value: T) => void
}

/** Tabs as WAI-ARIA has them: one stop for Tab; arrow keys, Home and End choose. */
export function Tabs<T extends string>({ label, value, tabs, id, onChoose }: TabsProps<T>) {
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={moveAmongTabs}>
      {tabs.map(({ icon: Icon, ...tab }) => (
        <button
          key={tab.value}
          id={`${id}-${tab.value}`}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          aria-controls={tab.value === value ? `${id}-panel` : undefined}
          title={tab.long}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChoose(tab.value)}
        >
          <Icon size={16} strokeWidth={1.75} aria-hidden />
          <span className="name">{tab.name}</span>
          {tab.count > 0 && (
            <>
              <span className={tab.isUrgent ? 'count urgent' : 'count'}>{tab.count}</span>
              <span className="visually-hidden">{tab.counted}</span>
            </>
          )}
        </button>
      ))}
    </div>
  )
}

function moveAmongTabs(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')]
  const here = tabs.indexOf(document.activeElement as HTMLElement)
  const to = {
    ArrowRight: (here + 1) % tabs.length,
    ArrowLeft: (here - 1 + tabs.length) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  }[event.key]
  const tab = to === undefined || here < 0 ? undefined : tabs[to]
  if (!tab) return
  event.preventDefault()
  tab.focus()
  tab.click()
}
