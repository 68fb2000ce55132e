import { useState, type ReactNode } from 'react'
import { command, useCommittee } from '../../state/committee'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'
import { AssignForm, nothingAssigned, type Assignment } from './AssignForm'
import type { PartProps } from './CommitteeParts'
import { useSections } from './use-sections'

const words = vi.committee.work

/** Who writes which section until when, and which sections nobody changes any more. */
export function WorkPart({ acting, mayChange }: PartProps) {
  const [chosen, setChosen] = useState(nothingAssigned)
  return (
    <div className={mayChange ? 'work-part' : ''}>
      <div>
        <Assignments {...{ acting, mayChange }} onChange={setChosen} />
        <Locks {...{ acting, mayChange }} />
      </div>
      {mayChange && (
        <AssignForm
          {...{ key: chosen.section, start: chosen, acting }}
          onDone={() => setChosen(nothingAssigned)}
        />
      )}
    </div>
  )
}

function Assignments({ acting, mayChange, onChange }: PartProps & { onChange: (one: Assignment) => void }) {
  const { nameOf } = useSections()
  const { assignments, members } = useCommittee(({ ledger }) => ledger)
  const nameOfMember = (id: string): string => members.find(member => member.id === id)?.name ?? ''
  return (
    <Rows title={words.list} empty={assignments.length === 0 ? words.none : null}>
      {assignments.map(one => {
        const name = nameOf(one.section)
        return (
          <li key={one.section} className="row line">
            <span className="who">
              <strong>{name}</strong>
              <span>{[one.members.map(nameOfMember).join(', '), dueInWords(one.due)].join(' · ')}</span>
            </span>
            {mayChange && (
              <>
                <Button size="small" aria-label={words.changeOf(name)} onClick={() => onChange(one)}>
                  {words.change}
                </Button>
                <Button
                  size="small"
                  aria-label={words.removeOf(name)}
                  onClick={() =>
                    void acting.act(() => command({ kind: 'section.unassign', section: one.section }))
                  }
                >
                  {words.remove}
                </Button>
              </>
            )}
          </li>
        )
      })}
    </Rows>
  )
}

function Locks({ acting, mayChange }: PartProps) {
  const { nameOf } = useSections()
  const locks = useCommittee(({ ledger }) => ledger.locks)
  return (
    <Rows title={words.locks} empty={locks.length === 0 ? words.noLocks : null}>
      {locks.map(section => (
        <li key={section} className="row line">
          <span className="who">
            <strong>{nameOf(section)}</strong>
          </span>
          {mayChange && (
            <Button
              size="small"
              aria-label={words.unlockOf(nameOf(section))}
              onClick={() => void acting.act(() => command({ kind: 'section.unlock', section }))}
            >
              {words.unlock}
            </Button>
          )}
        </li>
      ))}
    </Rows>
  )
}

const Rows = ({ title, empty, children }: { title: string; empty: string | null; children: ReactNode }) => (
  <>
    <h3>{title}</h3>
    {empty === null ? (
      <ul className="rows" aria-label={title}>
        {children}
      </ul>
    ) : (
      <p className="empty">{empty}</p>
    )}
  </>
)

/** "2026-03-31" as "31/03/2026", and whether it is past. */
function dueInWords(due: string | null): string {
  if (due === null) return words.noDue
  const day = due.split('-').reverse().join('/')
  // The Swedish way of writing a day is ISO's, in this computer's own time.
  return due < new Date().toLocaleDateString('sv-SE') ? words.late(day) : words.dueOn(day)
}
