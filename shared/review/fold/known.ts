import type { KnownRecord } from '../../ipc/review'
import type { RecordOf, ReviewRecord } from '../record'

export type Kind = ReviewRecord['kind']

/** A known record of one of these kinds. */
export type Known<Wanted extends Kind> = Omit<KnownRecord, 'record'> & { readonly record: RecordOf<Wanted> }

export const isOfKind = <Wanted extends Kind>(known: KnownRecord, kind: Wanted): known is Known<Wanted> =>
  known.record.kind === kind

export const ofKind = <Wanted extends Kind>(known: readonly KnownRecord[], kind: Wanted): Known<Wanted>[] =>
  known.filter((one): one is Known<Wanted> => isOfKind(one, kind))
