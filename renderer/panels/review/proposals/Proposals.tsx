import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { chooseProposal, useProposals, type Standing } from '../../../state/proposals'
import { useSpeakers, type Speakers } from '../../../state/review-people'
import { goToAnchor, useProposalSteps } from '../../../state/step-proposals'
import { useTracked } from '../../../state/tracked'
import { useSession } from '../../../state/use-session'
import { Select } from '../../../ui/Select'
import { ToolButton } from '../../../ui/ToolButton'
import { vi } from '../../../wording/vi'
import { AcceptAll } from './AcceptAll'
import { ProposalCard } from './ProposalCard'
import {
  authorOf,
  idOf,
  itemsOf,
  shownItems,
  stepFrom,
  type Item,
  type ProposalFilter,
} from './shown-proposals'
import { TrackedCard } from './TrackedCard'

const words = vi.proposals

/** Everything that is proposed: steps through it, says of each what can be done. */
export function Proposals() {
  const session = useSession()
  const { list: proposals, chosen } = useProposals()
  const tracked = useTracked(state => state.list)
  const list = useMemo(() => itemsOf(proposals, tracked), [proposals, tracked])
  const speakers = useSpeakers()
  const [filter, setFilter] = useState<ProposalFilter>({ author: '', state: 'open' })
  const shown = useMemo(() => shownItems(list, filter), [list, filter])
  const ids = useMemo(() => shown.map(idOf), [shown])
  const choose = (id: string | null): void => {
    chooseProposal(id)
    const item = shown.find(each => idOf(each) === id)
    if (item) goToAnchor(session, anchorOf(item), false)
  }
  const step = (by: 1 | -1): void => choose(stepFrom(ids, chosen, by))
  useProposalSteps(step)
  if (list.length === 0) return <p className="empty">{words.none}</p>
  return (
    <>
      <div className="proposal-steps">
        <span className="grow tabular" aria-live="polite">
          {words.place(ids.indexOf(chosen ?? '') + 1, ids.length)}
        </span>
        <ToolButton
          size="small"
          icon={ChevronUp}
          label={words.previous}
          keys="Alt+PageUp"
          onClick={() => step(-1)}
        />
        <ToolButton
          size="small"
          icon={ChevronDown}
          label={words.next}
          keys="Alt+PageDown"
          onClick={() => step(1)}
        />
      </div>
      <div className="proposal-filters">
        <Filters {...{ list, filter, speakers }} onChange={setFilter} />
        <AcceptAll list={standings(shown)} speakers={speakers} />
      </div>
      {shown.length === 0 ? (
        <p className="empty">{words.noneShown}</p>
      ) : (
        <Cards {...{ shown, chosen, speakers, step }} onChoose={choose} />
      )}
    </>
  )
}

interface FiltersProps {
  readonly list: readonly Item[]
  readonly filter: ProposalFilter
  readonly speakers: Speakers
  readonly onChange: (filter: ProposalFilter) => void
}

function Filters({ list, filter, speakers, onChange }: FiltersProps) {
  const authors = [...new Set(list.map(authorOf))]
  return (
    <>
      <Select
        aria-label={words.states}
        value={filter.state}
        choices={Object.entries(words.stateChoices).map(([value, label]) => ({ value, label }))}
        onChoose={state => onChange({ ...filter, state: state as ProposalFilter['state'] })}
      />
      {authors.length > 1 && (
        <Select
          aria-label={words.who}
          value={filter.author}
          choices={[
            { value: '', label: words.everybody },
            ...authors.map(id => ({ value: id, label: speakers.of(id).name })),
          ]}
          onChoose={author => onChange({ ...filter, author })}
        />
      )}
    </>
  )
}

interface CardsProps {
  readonly shown: readonly Item[]
  readonly chosen: string | null
  readonly speakers: Speakers
  readonly step: (by: 1 | -1) => void
  readonly onChoose: (id: string) => void
}

/** A thousand proposals are a long list: only the cards in view are mounted. */
function Cards({ shown, chosen, speakers, step, onChoose }: CardsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const cards = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 130,
    getItemKey: index => keyAt(shown, index),
    ...{ gap: 8, overscan: 6, paddingStart: 12, paddingEnd: 12 },
  })
  const at = shown.findIndex(item => idOf(item) === chosen)
  const { scrollToIndex } = cards
  useEffect(() => {
    if (at >= 0) scrollToIndex(at, { align: 'auto' })
  }, [at, chosen, scrollToIndex])
  return (
    <div ref={scroller} className="cards" role="group" aria-label={words.list}>
      <div className="cards-all" style={{ height: cards.getTotalSize() }}>
        {cards.getVirtualItems().map(({ index, key, start }) => {
          const item = shown[index]
          const card = {
            ...{ speakers, onChoose },
            isChosen: item !== undefined && idOf(item) === chosen,
            isStop: index === Math.max(0, at),
            onStep: step,
          }
          return (
            <div
              key={key}
              ref={cards.measureElement}
              data-index={index}
              className="card-at"
              style={{ transform: `translateY(${start}px)` }}
            >
              {item?.kind === 'proposal' && <ProposalCard standing={item.standing} {...card} />}
              {item?.kind === 'tracked' && <TrackedCard tracked={item.tracked} {...card} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const keyAt = (shown: readonly Item[], index: number): string | number => {
  const item = shown[index]
  return item ? idOf(item) : index
}

const standings = (items: readonly Item[]): readonly Standing[] =>
  items.flatMap(item => (item.kind === 'proposal' ? [item.standing] : []))

const anchorOf = (item: Item) =>
  item.kind === 'proposal' ? item.standing.proposal.anchor : item.tracked.change.anchor
