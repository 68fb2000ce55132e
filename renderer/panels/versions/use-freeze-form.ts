import { useState } from 'react'
import { draftMarkOf, isMarkBehind, proposedDraft } from '../../../shared/versions/draft-mark'
import { DraftNumber } from '../../../shared/versions/version'
import { rightsOf } from '../../editor/rights/rights'
import { useSession, useSnapshot } from '../../state/use-session'
import { useVersions } from '../../state/versions'
import { vi } from '../../wording/vi'
import type { FreezeForm } from './use-freeze'

const words = vi.versions

export interface FreezeFields {
  readonly values: FreezeForm
  readonly change: (change: Partial<FreezeForm>) => void
  /** Why it cannot be frozen so; null where it can. */
  readonly refusal: string | null
  /** What a person wrote as the draft mark, where it will not suit the next draft and this person may change it. */
  readonly writtenMark: string | null
}

/** What is filled in before a draft is frozen; the name follows the number until a person writes another. */
export function useFreezeForm(): FreezeFields {
  const { body } = useSession()
  const fields = useSnapshot(now => now.fields())
  const last = useVersions(state => state.last)
  const [values, setValues] = useState<FreezeForm>(() => {
    const number = proposedDraft(fields, last)
    return { number, label: words.draft(number), date: today(), purpose: '', letsMarkFollow: true }
  })
  const change = (next: Partial<FreezeForm>): void => {
    const { number } = next
    const follows = number !== undefined && values.label === words.draft(values.number)
    setValues({ ...values, ...next, ...(follows ? { label: words.draft(number) } : {}) })
  }
  const isWritten = isMarkBehind(fields, values.number) && rightsOf(body).closedFields() === undefined
  return {
    values: { ...values, letsMarkFollow: isWritten && values.letsMarkFollow },
    change,
    refusal: refusalOf(values, last),
    writtenMark: isWritten ? draftMarkOf(fields, last) : null,
  }
}

/** Numbers only grow, so that each names one text for good. */
function refusalOf({ number, label, date }: FreezeForm, last: number): string | null {
  if (!DraftNumber.safeParse(number).success) return words.freeze.badNumber
  if (number <= last) return words.freeze.usedNumber(last)
  if (label.trim() === '') return words.freeze.noLabel
  return date === '' ? words.freeze.noDate : null
}

/** "2026-11-24", by the clock on the wall. */
function today(): string {
  const now = new Date()
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
