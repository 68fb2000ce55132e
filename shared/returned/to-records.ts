import type { Origin, ReviewRecord } from '../review/record'
import type { ListedEdit, ReturnedComment, ReturnedEdit, Tracked } from './returned-edit'

/** Who takes edits in, and of whom. */
export interface TakingIn {
  /** The member who takes them in, or `self`. */
  readonly author: string
  /** In milliseconds. */
  readonly now: number
  readonly newId: () => string
  /** Who sent the file; one whom Word names goes before. */
  readonly sender: Pick<Origin, 'name' | 'unit' | 'file'>
  /** What an edit that no proposal can say asks for, in words. */
  readonly inWords: (edit: ListedEdit) => string
}

/** The records that say what was chosen of a file: proposals, and remarks with their answers, in one step. */
export function toRecords(edits: readonly ReturnedEdit[], taking: TakingIn): readonly ReviewRecord[] {
  const group = taking.newId()
  return edits.flatMap((edit): ReviewRecord[] => {
    const base = { id: taking.newId(), author: taking.author, at: time(taking, 0), anchor: edit.anchor }
    if (edit.kind === 'comment') return commentRecords(edit, base, taking)
    const from = originOf(edit.tracked[0], taking)
    if (edit.kind === 'listed')
      return [{ ...base, kind: 'annotation.added', text: said(taking.inWords(edit)), mentions: [], from }]
    const { change } = edit
    return [{ ...base, kind: 'proposal.added', change, reason: '', counters: null, group, from }]
  })
}

type Base = Pick<Extract<ReviewRecord, { kind: 'annotation.added' }>, 'id' | 'author' | 'at' | 'anchor'>

/** Answers count after what they answer, and what was settled in Word is settled here. */
function commentRecords({ comment }: ReturnedComment, base: Base, taking: TakingIn): ReviewRecord[] {
  const { author } = taking
  const about = (step: number) => ({ id: taking.newId(), author, at: time(taking, step), of: base.id })
  const words = (text: string) => ({ text: said(text), mentions: [] })
  const replies = comment.replies.map((reply, index): ReviewRecord => ({
    ...{ ...about(index + 1), kind: 'annotation.replied', ...words(reply.text) },
    from: originOf(reply, taking),
  }))
  const last = comment.replies.length + 1
  const resolved: ReviewRecord[] = comment.resolved ? [{ ...about(last), kind: 'annotation.resolved' }] : []
  const first = { ...base, kind: 'annotation.added' as const, ...words(comment.text) }
  return [{ ...first, from: originOf(comment, taking) }, ...replies, ...resolved]
}

const time = ({ now }: TakingIn, step: number): string => new Date(now + step).toISOString()

/** A record without words is none. */
const said = (text: string): string => text.trim().slice(0, 20_000) || '…'

function originOf(by: Tracked | undefined, { sender }: TakingIn): Origin {
  return {
    name: (by?.author || sender.name).slice(0, 200),
    unit: sender.unit.slice(0, 200),
    file: sender.file.slice(0, 300),
    at: by?.at ?? '',
  }
}
