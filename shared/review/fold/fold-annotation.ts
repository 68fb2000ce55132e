import type { KnownRecord } from '../../ipc/review'
import type { About } from './about'
import { ofKind, type Known } from './known'
import type { Annotation, Said } from '../review'

/** An annotation as all that was said about it leaves it. */
export function foldAnnotation(added: Known<'annotation.added'>, about: About): Annotation {
  const followed = about(added)
  const replied = ofKind(followed, 'annotation.replied')
  const all = [added, ...followed, ...replied.flatMap(about)]
  const removed = isRemoved(added, about)
  const said = saidIn(added, about)
  return {
    kind: 'annotation',
    ...(removed ? { ...said, text: '', mentions: [] } : said),
    sent: all.every(({ sent }) => sent),
    audience: added.audience,
    anchor: added.record.anchor,
    assigned: ofKind(followed, 'annotation.assigned').at(-1)?.record.member ?? null,
    resolved: resolvedBy(followed),
    replies: replied.filter(reply => !isRemoved(reply, about)).map(reply => saidIn(reply, about)),
    removed,
    changedAt: latest(all),
  }
}

function saidIn(first: Known<'annotation.added' | 'annotation.replied'>, about: About): Said {
  const { id, author, at, from } = first.record
  const edits = ofKind(about(first), 'annotation.edited')
  const last = edits.at(-1)?.record
  const { text, mentions } = last ?? first.record
  const sent = first.sent && edits.every(edit => edit.sent)
  return { id, author, at, text, mentions, editedAt: last?.at ?? null, sent, ...(from && { from }) }
}

const isRemoved = (first: KnownRecord, about: About): boolean =>
  ofKind(about(first), 'annotation.removed').length > 0

/** Who resolved it first since it was last open. */
function resolvedBy(followed: readonly KnownRecord[]): Annotation['resolved'] {
  let resolved: Annotation['resolved'] = null
  for (const { record } of followed) {
    if (record.kind === 'annotation.resolved') resolved ??= { by: record.author, at: record.at }
    if (record.kind === 'annotation.reopened') resolved = null
  }
  return resolved
}

/** The latest time of any of them. */
export const latest = (all: readonly KnownRecord[]): string =>
  all.reduce((last, { record }) => (record.at > last ? record.at : last), '')
