import type { SectionStatus } from '../../../shared/approvals/section-states'
import { vi } from '../../wording/vi'
import { dayInWords } from '../../wording/window'
import { StateIcon } from '../board/StateMark'
import { useNames } from '../board/use-board'

const words = vi.approvals.section

/** Where a section stands: its state, who approved it, who is next, why it was returned. */
export function SectionFacts({ status }: { status: SectionStatus }) {
  const nameOf = useNames()
  const { state, standing, lapsed, work, next, required } = status
  const now = new Date()
  const when = (at: string): string => dayInWords(at, now)
  const named = ({ member, by }: { member: string; by: string }): string =>
    member === by ? nameOf(member) : words.inPlaceOf(nameOf(by), nameOf(member))
  const touched = [...new Set(work.touched.map(({ member }) => nameOf(member)))].join(', ')
  const isWaiting = state === 'for-approval' || state === 'outdated'
  return (
    <div className="section-facts">
      <p className={`section-state ${state}`}>
        <StateIcon state={state} />
        <strong>{vi.approvals.states[state]}</strong>
        {isWaiting && (
          <span>
            {next === null && required.length === 0
              ? words.waitsAnyone
              : next !== null && words.waits(nameOf(next))}
          </span>
        )}
      </p>
      {work.returned && (
        <blockquote>
          {work.returned.reason}
          <footer>{words.returned(nameOf(work.returned.by), when(work.returned.at))}</footer>
        </blockquote>
      )}
      {work.unlocked && state !== 'approved' && (
        <blockquote>
          {work.unlocked.reason}
          <footer>{words.unlocked(nameOf(work.unlocked.by), when(work.unlocked.at))}</footer>
        </blockquote>
      )}
      <People
        title={words.approvals}
        list={standing.map(({ approval, editorial }) => ({
          key: approval.signature,
          line: words.approvalBy(named(approval), when(approval.at)),
          notes: [
            approval.note,
            ...editorial.map(one => words.editorial(nameOf(one.by), when(one.at), one.note)),
          ].filter(Boolean),
        }))}
      />
      <People
        title={words.lapsed}
        list={lapsed.map(({ approval }) => ({
          key: approval.signature,
          line: words.approvalBy(named(approval), when(approval.at)),
          notes: [],
        }))}
      />
      {state === 'outdated' && touched !== '' && <p className="quiet">{words.changedBy(touched)}</p>}
    </div>
  )
}

interface PeopleProps {
  readonly title: string
  readonly list: readonly { readonly key: string; readonly line: string; readonly notes: readonly string[] }[]
}

const People = ({ title, list }: PeopleProps) =>
  list.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul aria-label={title}>
        {list.map(({ key, line, notes }) => (
          <li key={key}>
            {line}
            {notes.map(note => (
              <span key={note} className="quiet">
                {note}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
