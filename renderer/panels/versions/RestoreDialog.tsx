import { useMemo, useState } from 'react'
import type { BlockId, NoteId } from '../../../shared/report/ids'
import { planRestore } from '../../../shared/versions/restore/plan-restore'
import type { Restoring, RestoreWhat } from '../../../shared/versions/restore/restore-what'
import { unreachable } from '../../../shared/util/exhaustive'
import type { OpenVersion } from '../../state/beside'
import type { ReportSession } from '../../state/report-session'
import { restore, useRestoring } from '../../state/restoring'
import { useSession, useSnapshot } from '../../state/use-session'
import { showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { Segments } from '../../ui/Segments'
import { Select, type Choice } from '../../ui/Select'
import { vi } from '../../wording/vi'
import { DifferenceList } from '../approval/DifferenceList'
import { Refusal } from '../committee/Refusal'
import { useActing } from '../committee/use-acting'
import { restoreChoices, type RestoreChoices } from './restore-choices'
import { nameOf } from './version-words'

const words = vi.versions.again
const close = () => showDialog(null)

/** What of a version is to come back, and what that changes, before anything is done. */
export function RestoreDialog() {
  const from = useRestoring(state => state.from)
  return from && <FromVersion from={from} />
}

function FromVersion({ from }: { from: OpenVersion }) {
  const session = useSession()
  const today = useSnapshot(now => now.report())
  const [failure, setFailure] = useState<string | null>(null)
  const acting = useActing()
  const choices = useMemo(() => restoreChoices(today, from.report), [today, from.report])
  const [what, setWhat] = useState<RestoreWhat>(() => offered(useRestoring.getState().what, choices))
  const plan = useMemo(() => planRestore(today, from.report, what), [today, from.report, what])
  const start = () =>
    void acting.act(async () => {
      const restored = await restore(session, from, what)
      if (restored === 'done') {
        close()
        // The dialog gives the focus back first.
        setTimeout(() => goToRestored(session, what), 0)
      } else setFailure(restored === 'refused' ? words.refused : words.changed)
    })
  const foot = (
    <>
      <span className="foot-note">{words.safe}</span>
      <Button onClick={close}>{vi.cancel}</Button>
      <Button look="primary" disabled={plan.kind !== 'plan' || acting.isBusy} onClick={start}>
        {words.start}
      </Button>
    </>
  )
  return (
    <Dialog title={words.title(nameOf(from.version))} closeLabel={vi.close} onClose={close} foot={foot}>
      <div className="dialog-body">
        <Segments
          label={words.what}
          value={what.kind}
          choices={kinds.map(value => ({ value, label: words.whats[value] }))}
          onChoose={kind => setWhat(firstOf(kind, choices[kind === 'report' ? 'section' : kind]))}
        />
        {what.kind !== 'report' && <Which what={what} choices={choices[what.kind]} onChoose={setWhat} />}
        <Preview plan={plan} what={what} />
        <Refusal title={vi.versions.notDone} words={failure ?? acting.failure} />
      </div>
    </Dialog>
  )
}

function goToRestored(session: ReportSession, what: RestoreWhat): void {
  if (what.kind === 'section') session.goToBlock(what.section)
  if (what.kind === 'table') session.goToBlock(what.table)
  if (what.kind === 'note') session.goToNoteMark(what.note)
}

const kinds = ['report', 'section', 'note', 'table'] as const

interface WhichProps {
  readonly what: Exclude<RestoreWhat, { kind: 'report' }>
  readonly choices: readonly Choice[]
  readonly onChoose: (what: RestoreWhat) => void
}

/** Which section, note or table; only those that differ are offered. */
function Which({ what, choices, onChoose }: WhichProps) {
  if (choices.length === 0) return <Notice kind="plain" title={words.noneSuch[what.kind]} />
  return (
    <Field label={words.which[what.kind]}>
      {id => (
        <Select
          id={id}
          value={idOf(what)}
          choices={choices}
          onChoose={value => onChoose(whatOf(what.kind, value))}
        />
      )}
    </Field>
  )
}

function Preview({ plan, what }: { plan: Restoring; what: RestoreWhat }) {
  if (what.kind !== 'report' && idOf(what) === '') return null
  if (plan.kind === 'same')
    return <Notice kind="plain" title={what.kind === 'report' ? words.noneSuch.report : words.same} />
  if (plan.kind === 'gone') return <Notice kind="wait" title={words.gone[what.kind]} />
  return (
    <section className="restore-preview" aria-label={words.preview}>
      <p role="status">{words.count(plan.differences.length)}</p>
      {plan.elsewhere > 0 && <Notice kind="wait" title={words.elsewhere(plan.elsewhere)} />}
      <DifferenceList label={words.changes} list={plan.differences} />
    </section>
  )
}

/** What was asked for, where it differs; else the first of its kind that does. */
function offered(what: RestoreWhat, choices: RestoreChoices): RestoreWhat {
  if (what.kind === 'report') return what
  const ofKind = choices[what.kind]
  return ofKind.some(({ value }) => value === idOf(what)) ? what : firstOf(what.kind, ofKind)
}

const firstOf = (kind: RestoreWhat['kind'], choices: readonly Choice[]): RestoreWhat =>
  whatOf(kind, choices[0]?.value ?? '')

function whatOf(kind: RestoreWhat['kind'], id: string): RestoreWhat {
  switch (kind) {
    case 'report':
      return { kind }
    case 'section':
      return { kind, section: id as BlockId }
    case 'note':
      return { kind, note: id as NoteId }
    case 'table':
      return { kind, table: id as BlockId }
    default:
      return unreachable(kind)
  }
}

const idOf = (what: WhichProps['what']): string =>
  what.kind === 'section' ? what.section : what.kind === 'note' ? what.note : what.table
