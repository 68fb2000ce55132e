import type { KnownRecord } from '../../ipc/review'
import { ofKind, type Known } from './known'
import { byTime } from '../record-order'
import type { OptionsDecision, Preference, ReviewSources } from '../review'

/** Everything said and decided about alternative wordings, in order. */
export const choicesIn = ({ records, choices }: ReviewSources): readonly KnownRecord[] =>
  choices.flatMap(id => records.get(id) ?? []).sort((a, b) => byTime(a.record, b.record))

/** What each person said last about each set of wordings; nothing where that took it back. */
export function foldPreferences(choices: readonly KnownRecord[]): Preference[] {
  const last = new Map<string, Known<'preference.given'>>()
  for (const given of ofKind(choices, 'preference.given'))
    last.set(JSON.stringify([given.record.options, given.record.author]), given)
  return [...last.values()].flatMap(preference).sort(byTime)
}

function preference({ record, audience, sent }: Known<'preference.given'>): Preference[] {
  const { id, author, at, options, wording, reason } = record
  return wording === null ? [] : [{ id, author, at, audience, sent, options, wording, reason }]
}

export const foldDecisions = (choices: readonly KnownRecord[]): OptionsDecision[] =>
  ofKind(choices, 'options.decided').map(({ record, audience, sent }) => {
    const { id, author, at, options, wording, reason, rejected } = record
    return { id, author, at, audience, sent, options, wording, reason, rejected }
  })
