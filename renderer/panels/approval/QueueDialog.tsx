import { ChevronDown, ChevronUp } from 'lucide-react'
import { useMemo, useState, type KeyboardEvent } from 'react'
import type { SectionStatus } from '../../../shared/approvals/section-states'
import { waitingFor } from '../../../shared/board/section-acts'
import type { BlockId } from '../../../shared/report/ids'
import { useStates } from '../../state/approvals'
import { useCommittee } from '../../state/committee'
import { actsHere } from '../../state/section-acts'
import { useSession } from '../../state/use-session'
import { showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { StateIcon } from '../board/StateMark'
import { useSections, type Sections } from '../committee/use-sections'
import { SectionBody } from './SectionBody'
import { useSectionWork } from './use-section-work'

const words = vi.approvals.queue
const close = () => showDialog(null)

/** Everything that waits for the person's approval, one after the other, each with what changed in it. */
export function QueueDialog() {
  const states = useStates()
  const committee = useCommittee()
  const waiting = useMemo(() => waitingFor(states, actsHere(committee)), [states, committee])
  const [chosen, setChosen] = useState<BlockId | null>(null)
  const sections = useSections()
  const at = Math.max(
    0,
    waiting.findIndex(({ section }) => section === chosen),
  )
  const here = waiting[at]
  const step = (by: -1 | 1): void => setChosen(waiting[at + by]?.section ?? chosen)
  const key = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    step(event.key === 'ArrowDown' ? 1 : -1)
  }
  if (!here)
    return (
      <Dialog title={words.title} closeLabel={vi.close} onClose={close}>
        <div className="dialog-body">
          <p>{words.none}</p>
        </div>
      </Dialog>
    )
  return (
    <Dialog title={words.title} closeLabel={vi.close} size="wide tall" onClose={close}>
      <div className="queue" onKeyDown={key}>
        <div className="queue-side">
          <ul aria-label={words.list}>
            {waiting.map(status => (
              <Row
                key={status.section}
                {...{ status, sections, isHere: status === here }}
                onChoose={() => setChosen(status.section)}
              />
            ))}
          </ul>
          <p className="board-keys">{words.keys}</p>
        </div>
        <div className="queue-work">
          <Bar name={sections.nameOf(here.section)} at={at} of={waiting.length} onStep={step} />
          <Waiting key={here.section} status={here} />
        </div>
      </div>
    </Dialog>
  )
}

interface BarProps {
  readonly name: string
  readonly at: number
  readonly of: number
  readonly onStep: (by: -1 | 1) => void
}

const Bar = ({ name, at, of, onStep }: BarProps) => (
  <div className="queue-bar">
    <h3>{name}</h3>
    <span role="status">{words.place(at + 1, of)}</span>
    <ToolButton
      size="small"
      icon={ChevronUp}
      label={words.previous}
      disabled={at === 0}
      onClick={() => onStep(-1)}
    />
    <ToolButton
      size="small"
      icon={ChevronDown}
      label={words.next}
      disabled={at === of - 1}
      onClick={() => onStep(1)}
    />
  </div>
)

interface RowProps {
  readonly status: SectionStatus
  readonly sections: Sections
  readonly isHere: boolean
  readonly onChoose: () => void
}

const Row = ({ status, sections, isHere, onChoose }: RowProps) => (
  <li>
    <button
      type="button"
      className="queue-row"
      data-first={isHere || undefined}
      aria-current={isHere ? 'true' : undefined}
      onClick={onChoose}
    >
      <StateIcon state={status.state} />
      <span className="grow">
        {sections.nameOf(status.section)}
        <span className="quiet">{vi.approvals.states[status.state]}</span>
      </span>
    </button>
  </li>
)

function Waiting({ status }: { status: SectionStatus }) {
  const session = useSession()
  const work = useSectionWork(status)
  const go = () => {
    close()
    setTimeout(() => session.goToBlock(status.section), 0)
  }
  return (
    <>
      <SectionBody status={status} work={work} />
      <div className="dialog-foot">
        {work.form === null ? (
          <>
            <Button onClick={go}>{vi.approvals.section.go}</Button>
            {work.mayApproveNow && (
              <Button look="primary" disabled={work.isBusy} onClick={work.approve}>
                {vi.approvals.section.acts.approve}
              </Button>
            )}
          </>
        ) : (
          <>
            <Button onClick={work.leaveForm}>{vi.approvals.section.cancel}</Button>
            <Button type="submit" form={work.formId} look="primary" disabled={work.isBusy}>
              {vi.approvals.section.forms[work.form]}
            </Button>
          </>
        )}
      </div>
    </>
  )
}
