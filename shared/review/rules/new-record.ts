import { unreachable } from '../../util/exhaustive'
import type { RecordOf, ReviewRecord } from '../record'
import {
  isLockedThere,
  mayThere,
  placeOf,
  unless,
  type Adding,
  type RecordPlace,
  type ReviewRefusal,
} from './adding'

/** A record that is about a place, not about another record. */
export type NewRecord = Exclude<ReviewRecord, { of: string }>

export function refuseNew(record: NewRecord, adding: Adding): ReviewRefusal | null {
  switch (record.kind) {
    case 'annotation.added':
      return unless(mayThere(adding, 'annotate', placeOf(record.anchor)), 'no-right')
    case 'proposal.added':
      return (
        unless(mayThere(adding, 'propose', placeOf(record.anchor)), 'no-right') ??
        refuseCounter(record, adding)
      )
    case 'change.tracked':
      return mayEdit(adding, placeOf(record.anchor))
    case 'preference.given':
      return unless(mayPrefer(adding, { kind: 'options', id: record.options }), 'no-right')
    case 'options.decided':
      return mayDecide(adding, { kind: 'options', id: record.options })
    default:
      return unreachable(record)
  }
}

/** Whoever changes the text there: nothing may be said to have changed that the gate would have kept as it is. */
export const mayEdit = (adding: Adding, place: RecordPlace): ReviewRefusal | null =>
  unless(mayThere(adding, 'edit', place), 'no-right') ?? unless(!isLockedThere(adding, place), 'locked')

/** A proposal answers one that the same people can read. */
function refuseCounter({ counters }: RecordOf<'proposal.added'>, { review, audience }: Adding) {
  const target = counters === null ? undefined : review.sources.records.get(counters)
  if (counters === null) return null
  if (!target) return 'unknown-record'
  return (
    unless(target.record.kind === 'proposal.added', 'wrong-kind') ??
    unless(target.audience === audience, 'wrong-audience')
  )
}

/** The leaders say which wording they would have, and whoever else may approve there. */
const mayPrefer = (adding: Adding, place: RecordPlace): boolean =>
  adding.member?.role === 'leader' || mayThere(adding, 'approve', place)

/** The one entitled to choose approves there, or keeps the report. Choosing changes the text. */
const mayDecide = (adding: Adding, place: RecordPlace): ReviewRefusal | null =>
  unless(adding.member?.role === 'secretary' || mayThere(adding, 'approve', place), 'no-right') ??
  unless(!isLockedThere(adding, place), 'locked')
