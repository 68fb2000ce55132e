import { Check, RotateCcw } from 'lucide-react'
import type { Annotation } from '../../../../shared/review/review'
import { useWanted, want } from '../../../state/annotations/begin'
import { attempt } from '../../../state/attempt'
import { addRecords, type RecordDraft } from '../../../state/review'
import type { Speakers } from '../../../state/review-people'
import { refusalFor } from '../../../state/review-rights'
import { useSession } from '../../../state/use-session'
import { Button } from '../../../ui/Button'
import { Select } from '../../../ui/Select'
import { vi } from '../../../wording/vi'
import { WriteBox } from './WriteBox'

interface ThreadActsProps {
  readonly annotation: Annotation
  readonly speakers: Speakers
  readonly onLeave: () => void
}

const { acts, write } = vi.annotations

/** What can be done with a thread: answer, settle, give it to somebody; what may not be done is not offered. */
export function ThreadActs({ annotation, speakers, onLeave }: ThreadActsProps) {
  const session = useSession()
  const { id: of, audience, resolved, assigned } = annotation
  const may = (draft: RecordDraft) => refusalFor(session, audience, draft)
  const add = (draft: RecordDraft) => void attempt(() => addRecords(audience, [draft]))
  const settling: RecordDraft = { kind: resolved ? 'annotation.reopened' : 'annotation.resolved', of }
  const refused = may({ kind: 'annotation.replied', of, text: ' ', mentions: [] })
  const canAssign = speakers.members.length > 0 && audience !== 'own'
  return (
    <div className="thread-acts">
      {refused ? (
        <p className="hint">{vi.annotations.refusals[refused] ?? vi.annotations.refused}</p>
      ) : (
        <ReplyBox annotation={annotation} onLeave={onLeave} />
      )}
      <div className="acts">
        {may(settling) === null && (
          <Button size="small" icon={resolved ? RotateCcw : Check} onClick={() => add(settling)}>
            {resolved ? acts.reopen : acts.resolve}
          </Button>
        )}
        {canAssign && may({ kind: 'annotation.assigned', of, member: null }) === null && (
          <Select
            aria-label={acts.assign}
            value={assigned ?? ''}
            choices={[
              { value: '', label: acts.nobody },
              ...speakers.members.map(({ id, name, isMe }) => ({
                value: id,
                label: isMe ? vi.annotations.assignedToMe : vi.annotations.assigned(name),
              })),
            ]}
            onChoose={member => add({ kind: 'annotation.assigned', of, member: member || null })}
          />
        )}
      </div>
    </div>
  )
}

function ReplyBox({ annotation, onLeave }: Pick<ThreadActsProps, 'annotation' | 'onLeave'>) {
  const { id: of, audience } = annotation
  const wantsFocus = useWanted(({ wanted }) => wanted?.kind === 'answer' && wanted.id === of)
  return (
    <WriteBox
      name={`reply:${of}`}
      empty={{ text: '', mentions: [], audience, anchor: null }}
      label={write.reply}
      placeholder={write.replyPlaceholder}
      send={write.send}
      wantsFocus={wantsFocus}
      onLeave={() => {
        want(null)
        onLeave()
      }}
      onSend={async ({ text, mentions }) =>
        (await attempt(() => addRecords(audience, [{ kind: 'annotation.replied', of, text, mentions }]))) !==
        undefined
      }
    />
  )
}
