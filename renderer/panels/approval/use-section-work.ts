import { useId, useState } from 'react'
import type { SectionStatus } from '../../../shared/approvals/section-states'
import type { SectionActs } from '../../../shared/board/section-acts'
import { ask } from '../../host/ask'
import { command, useCommittee } from '../../state/committee'
import { actsHere } from '../../state/section-acts'
import { say } from '../../state/window-state'
import { vi } from '../../wording/vi'
import { useActing } from '../committee/use-acting'
import {
  emptyForm,
  formCommand,
  needsReason,
  quickCommand,
  type FormKind,
  type FormValues,
  type QuickKind,
} from './section-forms'
import { useSeenSection, type SeenSection } from './use-seen-section'

const { done } = vi.approvals.section

export interface SectionWork extends SeenSection {
  readonly acts: SectionActs
  /** The right, the turn, nothing open, and nothing that the person has not seen. */
  readonly mayApproveNow: boolean
  readonly form: FormKind | null
  readonly formId: string
  readonly values: FormValues
  readonly isMissing: boolean
  readonly isBusy: boolean
  readonly failure: string | null
  readonly approve: () => void
  readonly quick: (kind: QuickKind) => void
  readonly openForm: (kind: FormKind) => void
  readonly leaveForm: () => void
  readonly change: (values: FormValues) => void
  readonly send: () => void
}

/** What a person does with one section: approves what was seen, or fills in a form. */
export function useSectionWork(status: SectionStatus, first: FormKind | null = null): SectionWork {
  const { section } = status
  const acts = useCommittee(committee => JSON.stringify(actsHere(committee)(status)))
  const allowed = JSON.parse(acts) as SectionActs
  const seen = useSeenSection(section)
  const { act, isBusy, failure } = useActing()
  const [form, setForm] = useState(first)
  const [values, setValues] = useState(emptyForm)
  const [isMissing, setMissing] = useState(false)
  const formId = useId()
  const leaveForm = (): void => {
    setForm(null)
    setValues(emptyForm)
    setMissing(false)
  }
  const mayApproveNow =
    allowed.whyNotApprove === null && seen.seen !== null && seen.meanwhile.length === 0 && form === null
  const carryOut = async (kind: keyof typeof done, work: () => Promise<unknown>): Promise<void> => {
    if (!(await act(work))) return
    leaveForm()
    say(done[kind])
  }
  return {
    ...seen,
    acts: allowed,
    ...{ mayApproveNow, form, formId, values, isMissing, isBusy, failure, leaveForm },
    approve: () => {
      const { fingerprint } = seen.seen ?? {}
      if (!mayApproveNow || fingerprint === undefined) return
      void act(async () => {
        const answer = await ask('approval.approve', { section, fingerprint, note: '' })
        if (answer.kind === 'changed') seen.meet(answer.copy)
        else say(done.approve)
      })
    },
    quick: kind => void carryOut(kind, () => command(quickCommand(kind, section))),
    openForm: setForm,
    change: next => {
      setValues(next)
      setMissing(false)
    },
    send: () => {
      if (form === null) return
      if (needsReason(form) && values.reason.trim() === '') {
        setMissing(true)
        return
      }
      const { fingerprint = '' } = seen.seen ?? {}
      void carryOut(form, () => command(formCommand(form, status, { ...values, fingerprint })))
    },
  }
}
