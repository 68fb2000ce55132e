import { useState } from 'react'
import type { Audience } from '../../../../shared/review/record'
import type { Said } from '../../../../shared/review/review'
import { attempt } from '../../../state/attempt'
import { useDrafts, writeDraft } from '../../../state/drafts'
import { addRecords } from '../../../state/review'
import type { Speakers } from '../../../state/review-people'
import { Avatar } from '../../../ui/Avatar'
import { Button } from '../../../ui/Button'
import { vi } from '../../../wording/vi'
import { dayInWords } from '../../../wording/window'
import { splitAtNames } from './mention'
import { WriteBox } from './WriteBox'

interface SpokenProps {
  readonly said: Said
  readonly speakers: Speakers
  readonly audience: Audience
  /** Taken back, and shown only because others answered it. */
  readonly isRemoved?: boolean
  /** Its author may write it anew or take it back here. */
  readonly isOpen: boolean
}

/** What one person said: who, when, the words. */
export function Spoken({ said, speakers, audience, isRemoved = false, isOpen }: SpokenProps) {
  const { id, author, at, text, editedAt, sent, from } = said
  const isEditing = useDrafts(state => state.drafts[`edit:${id}`] !== undefined) && isOpen
  const { name, fullName, unit, colour, isMe } = speakers.of(author)
  return (
    <div className="spoken">
      <div className="who">
        <Avatar name={fullName} colour={colour} size="small" />
        <span className={`name person-${colour}`}>{name}</span>
        {unit && <span className="unit">{unit}</span>}
        <time dateTime={at}>{dayInWords(at, new Date())}</time>
      </div>
      {from && <p className="where">{vi.returned.from(from.name, from.unit, from.file)}</p>}
      {isRemoved ? (
        <p className="gone">{vi.annotations.removed}</p>
      ) : isEditing ? (
        <EditBox said={said} audience={audience} />
      ) : (
        <p className="words">
          {splitAtNames(
            text,
            said.mentions.map(member => speakers.of(member).fullName),
          ).map((piece, index) =>
            piece.isName ? <strong key={index}>{piece.text}</strong> : <span key={index}>{piece.text}</span>,
          )}
          {editedAt && <span className="edited"> ({vi.annotations.edited})</span>}
        </p>
      )}
      {!sent && (
        <span className="chip wait" title={vi.annotations.unsentLong}>
          {vi.annotations.unsent}
        </span>
      )}
      {isOpen && isMe && !isRemoved && !isEditing && <OwnActs said={said} audience={audience} />}
    </div>
  )
}

type OwnProps = Pick<SpokenProps, 'said' | 'audience'>

function EditBox({ said, audience }: OwnProps) {
  const name = `edit:${said.id}`
  return (
    <WriteBox
      name={name}
      empty={{ text: said.text, mentions: [...said.mentions], audience, anchor: null }}
      label={vi.annotations.write.edit}
      placeholder=""
      send={vi.annotations.write.save}
      wantsFocus
      onLeave={() => writeDraft(name, null)}
      onDiscard={() => writeDraft(name, null)}
      onSend={async ({ text, mentions }) =>
        text === said.text ||
        (await attempt(() =>
          addRecords(audience, [{ kind: 'annotation.edited', of: said.id, text, mentions }]),
        )) !== undefined
      }
    />
  )
}

function OwnActs({ said, audience }: OwnProps) {
  const [isAsking, setAsking] = useState(false)
  const { acts } = vi.annotations
  const { id, text, mentions } = said
  const begin = said.text.length > 40 ? `${said.text.slice(0, 40).trim()}…` : said.text
  const remove = () => void attempt(() => addRecords(audience, [{ kind: 'annotation.removed', of: id }]))
  if (isAsking)
    return (
      <div className="sure" role="group" aria-label={acts.removeSure}>
        <span>{acts.removeSure}</span>
        <Button size="small" onClick={remove}>
          {acts.removeYes}
        </Button>
        <Button size="small" autoFocus onClick={() => setAsking(false)}>
          {acts.removeNo}
        </Button>
      </div>
    )
  return (
    <div className="own-acts">
      <Button
        size="small"
        look="quiet"
        aria-label={acts.editLong(begin)}
        onClick={() => writeDraft(`edit:${id}`, { text, mentions: [...mentions], audience, anchor: null })}
      >
        {acts.edit}
      </Button>
      <Button size="small" look="quiet" aria-label={acts.removeLong(begin)} onClick={() => setAsking(true)}>
        {acts.remove}
      </Button>
    </div>
  )
}
