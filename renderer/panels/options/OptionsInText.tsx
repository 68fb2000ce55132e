import { useMemo, useState } from 'react'
import type { Options } from '../../../shared/options/options'
import type { OptionsId, WordingId } from '../../../shared/report/ids'
import { rightsOf } from '../../editor/rights/rights'
import { addWording, chooseWording, removeWording, renameOptions } from '../../editor/records/options'
import { attempt } from '../../state/attempt'
import { useCommittee } from '../../state/committee'
import { mayDecide, mayPrefer, recordDecision } from '../../state/preferences'
import type { ReportSession } from '../../state/report-session'
import { useProposedWordings } from '../../state/proposed-here'
import { useSession, useSnapshot } from '../../state/use-session'
import { Notice } from '../../ui/Notice'
import { vi } from '../../wording/vi'
import { OptionsBlock, type OptionsActs } from './OptionsBlock'
import { labelOf, Preferences } from './Preferences'
import { ReasonForm } from './ReasonForm'

const words = vi.approvals.options

/** Alternative wordings joined to the report. */
export function OptionsInText({ id }: { id: OptionsId }) {
  const session = useSession()
  const options = useSnapshot(now => now.options().get(id))
  const [deciding, setDeciding] = useState<WordingId | null>(null)
  const acts = useMemo((): OptionsActs => {
    const { body, history } = session
    const step = (change: () => void) => () => history.oneStep(change)
    return {
      mount: (wording, dom, labelledBy) =>
        session.mountNote({ kind: 'wording', optionsId: id, wordingId: wording }, dom, labelledBy),
      rename: name => renameOptions(body, id, name),
      openStep: history.openStep,
      choose: wording => {
        const isAsked = wording !== '' && isCommittee()
        if (isAsked) setDeciding(wording)
        else step(() => chooseWording(body, id, wording))()
      },
      add: step(() => void addWording(body, id)),
      remove: wording => step(() => removeWording(body, id, wording))(),
    }
  }, [session, id])
  // A wording that was not chosen is drawn only while somebody looks at the others.
  const wanted = useSnapshot(now => wantsWording(now, id))
  const proposed = useProposedWordings(id)
  // Who may do what here changes with the committee.
  const hasCommittee = useCommittee(({ ledger }) => ledger.members.length > 0)
  if (!options) return <Notice kind="wait" title={vi.options.missing} />
  // Deciding is an edit as well: whoever may not make it would only keep a decision that the text does not show.
  const mayChoose = mayDecide(session, options) && rightsOf(session.body).closedRecord(id) === undefined
  return (
    <>
      <OptionsBlock
        options={options}
        readOnly={session.readOnly}
        mayChoose={mayChoose}
        wanted={wanted}
        proposed={proposed}
        acts={acts}
      />
      {hasCommittee && <Preferences options={options} mayPrefer={mayPrefer(session, id)} />}
      {deciding !== null && (
        <Decision options={options} wording={deciding} onClose={() => setDeciding(null)} />
      )}
    </>
  )
}

const isCommittee = (): boolean => useCommittee.getState().ledger.members.length > 0

interface DecisionProps {
  readonly options: Options
  readonly wording: WordingId
  readonly onClose: () => void
}

/** Asks the one entitled why; who decided is kept before the wording is chosen. */
function Decision({ options, wording, onClose }: DecisionProps) {
  const { body, history } = useSession()
  async function decide(reason: string) {
    onClose()
    const kept = await attempt(() => recordDecision(options, wording, reason))
    if (kept) history.oneStep(() => chooseWording(body, options.id, wording))
  }
  return (
    <ReasonForm
      title={words.decideTitle(labelOf(options, wording))}
      lead={words.decideBody}
      label={words.decideReason}
      send={words.decide}
      onSend={reason => void decide(reason)}
      onClose={onClose}
    />
  )
}

function wantsWording(session: ReportSession, id: OptionsId): boolean {
  const wanted = session.wanted()
  return wanted?.kind === 'wording' && wanted.optionsId === id
}
