import type { KnownRecord } from '../../shared/ipc/review'
import type { RecordOf, ReviewRecord } from '../../shared/review/record'

type Kind = ReviewRecord['kind']

/**
 * A second opinion on what stands in a review, as plain as it can be: every question is answered by looking through all
 * records. Says of each item what a person would notice.
 */
export function reviewByHand(all: readonly KnownRecord[]) {
  const inOrder = [...all].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const said = <Wanted extends Kind>(kind: Wanted): { record: RecordOf<Wanted>; known: KnownRecord }[] =>
    inOrder.flatMap(known =>
      known.record.kind === kind ? [{ record: known.record as RecordOf<Wanted>, known }] : [],
    )
  const on = <Wanted extends Kind>(kind: Wanted, target: KnownRecord): RecordOf<Wanted>[] =>
    said(kind)
      .filter(({ known }) => known.audience === target.audience)
      .map(({ record }) => record)
      .filter(record => 'of' in record && record.of === target.record.id)
  const own = (target: KnownRecord) => (record: ReviewRecord) => record.author === target.record.author

  const words = (target: KnownRecord): string =>
    on('annotation.edited', target).filter(own(target)).at(-1)?.text ??
    (target.record as RecordOf<'annotation.added'>).text
  const isGone = (target: KnownRecord): boolean => on('annotation.removed', target).some(own(target))

  const annotations = said('annotation.added').flatMap(({ record, known }) => {
    const replies = said('annotation.replied')
      .filter(reply => reply.record.of === record.id && reply.known.audience === known.audience)
      .filter(reply => !isGone(reply.known))
      .map(reply => `${reply.record.id} ${words(reply.known)}`)
    const gone = isGone(known)
    if (gone && replies.length === 0) return []
    const lastOpened = on('annotation.reopened', known).at(-1)
    const resolved = on('annotation.resolved', known).find(one => !lastOpened || isLater(one, lastOpened))
    return [
      {
        ...{ id: record.id, text: gone ? '' : words(known), replies },
        assigned: on('annotation.assigned', known).at(-1)?.member ?? null,
        resolved: resolved?.author ?? null,
      },
    ]
  })

  const proposals = said('proposal.added').map(({ record, known }) => {
    const decisions = inOrder
      .filter(one => 'of' in one.record && one.record.of === record.id && one.audience === known.audience)
      .map(one => one.record)
    let state = 'open'
    for (const { kind, author } of decisions) {
      if (kind === 'proposal.accepted') state = 'accepted'
      else if (kind === 'proposal.rejected' && state === 'open') state = 'rejected'
      else if (kind === 'proposal.withdrawn' && state === 'open' && author === record.author)
        state = 'withdrawn'
      else if (kind === 'proposal.reopened' && (state !== 'withdrawn' || author === record.author))
        state = 'open'
    }
    return { id: record.id, state }
  })

  const tracked = said('change.tracked').map(({ record, known }) => ({
    id: record.id,
    kept: on('change.settled', known)[0]?.kept ?? null,
  }))

  const preferences = said('preference.given')
    .filter(
      ({ record }, index, given) =>
        !given
          .slice(index + 1)
          .some(({ record: later }) => later.author === record.author && later.options === record.options),
    )
    .filter(({ record }) => record.wording !== null)
    .map(({ record }) => record.id)

  return { annotations, proposals, tracked, preferences, decisions: said('options.decided').map(idOf) }
}

const keyOf = ({ record }: KnownRecord): string => `${record.at} ${record.id}`
const idOf = ({ record }: { record: ReviewRecord }): string => record.id
const isLater = (a: ReviewRecord, b: ReviewRecord): boolean => `${a.at} ${a.id}` > `${b.at} ${b.id}`
