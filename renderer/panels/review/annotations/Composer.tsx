import { useEffect, useRef, useState } from 'react'
import type { Anchor } from '../../../../shared/review/anchor'
import type { Audience } from '../../../../shared/review/record'
import { audiencesFor, newAnnotation, useWanted, want } from '../../../state/annotations/begin'
import { attempt } from '../../../state/attempt'
import { useDrafts, writeDraft } from '../../../state/drafts'
import { addRecords } from '../../../state/review'
import { useSession } from '../../../state/use-session'
import { say } from '../../../state/window-state'
import { Button } from '../../../ui/Button'
import { Segments } from '../../../ui/Segments'
import { vi } from '../../../wording/vi'
import { Quote } from './Quote'
import { WriteBox } from './WriteBox'

const words = vi.annotations.write

/** The remark that is being written, if any. */
export function Composer() {
  const draft = useDrafts(state => state.drafts[newAnnotation])
  const session = useSession()
  const wanted = useWanted(state => state.wanted?.kind === 'composer')
  const [isAsking, setAsking] = useState(false)
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (wanted && draft) want(null)
  }, [wanted, draft])
  const anchor = draft?.anchor
  if (!draft || !anchor) return null
  const toText = () => session.activeEditor()?.focus()
  const discard = () => {
    const isSure = isAsking || draft.text.trim() === ''
    setAsking(!isSure)
    if (!isSure) return
    writeDraft(newAnnotation, null)
    toText()
  }
  return (
    <section ref={section} className="composer" aria-label={words.new}>
      <Quote anchor={anchor} />
      <WriteBox
        name={newAnnotation}
        empty={draft}
        label={words.new}
        placeholder={words.placeholder}
        send={words.send}
        wantsFocus={wanted}
        onLeave={toText}
        onSend={async ({ text, mentions, audience }) => {
          const added = await attempt(() =>
            addRecords(audience, [{ kind: 'annotation.added', anchor, text, mentions }]),
          )
          if (!added) return false
          say(words.sent)
          session.review.choose(added[0] ?? null)
          // Sending takes a while in a committee: who has gone elsewhere meanwhile is left there.
          if (hasFocus(section.current)) toText()
          return true
        }}
        {...(isAsking ? {} : { onDiscard: discard })}
      >
        <AudienceChoice anchor={anchor} value={draft.audience} />
      </WriteBox>
      {isAsking && <SureToDiscard onYes={discard} onNo={() => setAsking(false)} />}
    </section>
  )
}

/** The focus is inside, or nowhere. */
const hasFocus = (element: HTMLElement | null): boolean =>
  document.activeElement === document.body || element?.contains(document.activeElement) === true

function AudienceChoice({ anchor, value }: { anchor: Anchor; value: Audience }) {
  const session = useSession()
  const may = audiencesFor(session, anchor)
  const choose = (audience: Audience) => {
    const { drafts } = useDrafts.getState()
    const draft = drafts[newAnnotation]
    if (draft) writeDraft(newAnnotation, { ...draft, audience })
  }
  if (may.length === 1) return <p className="hint">{vi.annotations.ownOnly}</p>
  return (
    <Segments
      label={vi.annotations.audience}
      value={value}
      choices={may.map(audience => ({ value: audience, label: vi.annotations.audiences[audience] }))}
      onChoose={choose}
    />
  )
}

const SureToDiscard = ({ onYes, onNo }: { onYes: () => void; onNo: () => void }) => (
  <div className="sure" role="group" aria-label={words.discardSure}>
    <span>{words.discardSure}</span>
    <Button size="small" onClick={onYes}>
      {words.discardYes}
    </Button>
    <Button size="small" autoFocus onClick={onNo}>
      {words.discardNo}
    </Button>
  </div>
)
