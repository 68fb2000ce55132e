import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Options, Wording } from '../../../shared/options/options'
import { preferenceTally, type PreferenceTally } from '../../../shared/review/list/preference-tally'
import { attempt } from '../../state/attempt'
import { useCommittee } from '../../state/committee'
import { givePreference } from '../../state/preferences'
import { useReview, useReviewer } from '../../state/review'
import { useSpeakers } from '../../state/review-people'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'
import { dayInWords } from '../../wording/window'
import { ReasonForm } from './ReasonForm'

const words = vi.approvals.options

interface PreferencesProps {
  readonly options: Options
  /** Whether the person at this window is asked. */
  readonly mayPrefer: boolean
}

/** Which wording the leaders would have, with their reasons, and who decided. */
export function Preferences({ options, mayPrefer }: PreferencesProps) {
  const [asked, setAsked] = useState<Wording | null>(null)
  const tally = useTally(options)
  const self = useReviewer()
  const mine = tally?.wordings.find(({ votes }) => votes.some(({ by }) => by.id === self))
  if (!tally) return null
  const label = (wording: Pick<Wording, 'id'>) => labelOf(options, wording.id)
  const give = (wording: Wording | null, reason: string) => {
    void attempt(() => givePreference(options.id, wording?.id ?? null, reason))
    setAsked(null)
  }
  const open = options.chosen === ''
  return (
    <div className="options-preferences" role="group" aria-label={words.preferences}>
      <TallyList options={options} tally={tally} />
      {mayPrefer && open && (
        <div className="acts">
          {options.wordings
            .filter(({ id }) => id !== mine?.id)
            .map(wording => (
              <Button key={wording.id} size="small" onClick={() => setAsked(wording)}>
                {words.prefer(label(wording))}
              </Button>
            ))}
          {mine && (
            <Button look="quiet" size="small" icon={Undo2} onClick={() => give(null, '')}>
              {words.takeBack}
            </Button>
          )}
        </div>
      )}
      {asked && (
        <ReasonForm
          title={words.giveTitle(label(asked))}
          label={words.reason}
          send={words.give}
          onSend={reason => give(asked, reason)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

function useTally(options: Options): PreferenceTally | null {
  const review = useReview()
  const ledger = useCommittee(state => state.ledger)
  return preferenceTally(options.id, {
    review,
    ledger,
    report: { options: new Map([[options.id, options]]) },
  })
}

function TallyList({ options, tally }: { options: Options; tally: PreferenceTally }) {
  const speakers = useSpeakers()
  const { decision } = tally
  const isDecided = decision !== null && decision.wording === options.chosen
  const isEmpty = !isDecided && tally.wordings.every(({ votes }) => votes.length === 0)
  return (
    <ul>
      {isEmpty && <li className="muted">{words.none}</li>}
      {tally.wordings.flatMap(({ id, votes }) =>
        votes.length === 0
          ? []
          : [
              <li key={id}>
                {words.tally(labelOf(options, id), votes.length)}
                <ul>
                  {votes.map(({ by, reason }) => (
                    <li key={by.id}>{words.by(speakers.of(by.id).name, labelOf(options, id), reason)}</li>
                  ))}
                </ul>
              </li>,
            ],
      )}
      {isDecided && (
        <li>
          {words.decided(speakers.of(decision.author).name, dayInWords(decision.at, new Date()))}
          {decision.reason && `: ${decision.reason}`}
        </li>
      )}
    </ul>
  )
}

/** "Chủ đề 2". */
export const labelOf = ({ name, wordings }: Options, wording: string): string =>
  vi.options.wording(name, wordings.findIndex(({ id }) => id === wording) + 1)
