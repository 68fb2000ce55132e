import { useMemo } from 'react'
import type { OptionsId } from '../../../shared/report/ids'
import { addWording, chooseWording, removeWording, renameOptions } from '../../editor/records/options'
import type { ReportSession } from '../../state/report-session'
import { useSession, useSnapshot } from '../../state/use-session'
import { Notice } from '../../ui/Notice'
import { vi } from '../../wording/vi'
import { OptionsBlock, type OptionsActs } from './OptionsBlock'

/** Alternative wordings joined to the report. */
export function OptionsInText({ id }: { id: OptionsId }) {
  const session = useSession()
  const options = useSnapshot(now => now.options().get(id))
  const acts = useMemo((): OptionsActs => {
    const { body, history } = session
    const step = (change: () => void) => () => history.oneStep(change)
    return {
      mount: (wording, dom, labelledBy) =>
        session.mountNote({ kind: 'wording', optionsId: id, wordingId: wording }, dom, labelledBy),
      rename: name => renameOptions(body, id, name),
      openStep: history.openStep,
      choose: wording => step(() => chooseWording(body, id, wording))(),
      add: step(() => void addWording(body, id)),
      remove: wording => step(() => removeWording(body, id, wording))(),
    }
  }, [session, id])
  // A wording that was not chosen is drawn only while somebody looks at the others.
  const wanted = useSnapshot(now => wantsWording(now, id))
  if (!options) return <Notice kind="wait" title={vi.options.missing} />
  return <OptionsBlock options={options} readOnly={session.readOnly} wanted={wanted} acts={acts} />
}

function wantsWording(session: ReportSession, id: OptionsId): boolean {
  const wanted = session.wanted()
  return wanted?.kind === 'wording' && wanted.optionsId === id
}
