import { Check, ChevronDown, ChevronUp, Plus, RotateCcw, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { Options, Wording } from '../../../shared/options/options'
import type { WordingId } from '../../../shared/report/ids'
import type { OpenStep } from '../../editor/undo/open-step'
import { Button } from '../../ui/Button'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { TitleInput } from '../indicators/TitleInput'

export interface OptionsActs {
  /** Draws a wording's editor into `dom`, named by another element; returns how to take it away. */
  readonly mount: (wording: WordingId, dom: HTMLElement, labelledBy: string) => () => void
  readonly rename: (name: string) => void
  /** A step of undo that stays open while the name is typed. */
  readonly openStep: () => OpenStep
  readonly choose: (wording: WordingId | '') => void
  readonly add: () => void
  readonly remove: (wording: WordingId) => void
}

interface OptionsBlockProps {
  readonly options: Options
  readonly readOnly: boolean
  /** Whether the person may settle which wording stands. */
  readonly mayChoose: boolean
  /** Whether a person is to be taken to one of the wordings. */
  readonly wanted: boolean
  /** Who would have which wording, in words. */
  readonly proposed: Readonly<Partial<Record<WordingId, string>>>
  readonly acts: OptionsActs
}

/** Alternative wordings side by side; once one is chosen, it alone is shown until a person looks again. */
export function OptionsBlock({ options, readOnly, mayChoose, wanted, proposed, acts }: OptionsBlockProps) {
  const [showAll, setShowAll] = useState(false)
  useEffect(() => {
    if (wanted) setShowAll(true)
  }, [wanted])
  const { chosen, wordings, name } = options
  const shown = wordings.filter(wording => showAll || chosen === '' || wording.id === chosen)
  return (
    <section className="options" aria-label={vi.options.group}>
      <div className="options-head">
        <TitleInput
          className="name"
          label={vi.options.name}
          placeholder={vi.options.name}
          value={name}
          readOnly={readOnly}
          openStep={acts.openStep}
          onWrite={acts.rename}
        />
        <StateChip decided={chosen !== ''} />
        <span className="grow" />
        {chosen !== '' && wordings.length > 1 && (
          <Button
            look="quiet"
            size="small"
            icon={showAll ? ChevronUp : ChevronDown}
            aria-expanded={showAll}
            onClick={() => setShowAll(!showAll)}
          >
            {showAll ? vi.options.hide : vi.options.show}
          </Button>
        )}
        {!readOnly && <HeadActs isOpen={chosen === ''} mayChoose={mayChoose} acts={acts} />}
      </div>
      <div className="options-columns">
        {shown.map(wording => (
          <WordingColumn
            key={wording.id}
            wording={wording}
            label={vi.options.wording(name, wordings.indexOf(wording) + 1)}
            chosen={wording.id === chosen}
            open={chosen === ''}
            removable={wordings.length > 1}
            readOnly={readOnly}
            mayChoose={mayChoose}
            proposed={proposed[wording.id]}
            acts={acts}
          />
        ))}
      </div>
    </section>
  )
}

interface HeadActsProps {
  readonly isOpen: boolean
  readonly mayChoose: boolean
  readonly acts: OptionsActs
}

function HeadActs({ isOpen, mayChoose, acts }: HeadActsProps) {
  if (isOpen)
    return (
      <Button look="quiet" size="small" icon={Plus} onClick={acts.add}>
        {vi.options.add}
      </Button>
    )
  return (
    mayChoose && (
      <Button look="quiet" size="small" icon={RotateCcw} onClick={() => acts.choose('')}>
        {vi.options.reopen}
      </Button>
    )
  )
}

const StateChip = ({ decided }: { decided: boolean }) => (
  <span className={decided ? 'chip good' : 'chip wait'}>
    {decided ? <Check size={12} strokeWidth={2} aria-hidden /> : <span aria-hidden>?</span>}
    {decided ? vi.options.chosen : vi.options.open}
  </span>
)

interface WordingColumnProps {
  readonly wording: Wording
  readonly label: string
  readonly chosen: boolean
  readonly open: boolean
  readonly removable: boolean
  readonly readOnly: boolean
  readonly mayChoose: boolean
  readonly proposed: string | undefined
  readonly acts: OptionsActs
}

function WordingColumn({
  wording,
  label,
  chosen,
  open,
  removable,
  readOnly,
  mayChoose,
  proposed,
  acts,
}: WordingColumnProps) {
  const body = useRef<HTMLDivElement>(null)
  const { mount } = acts
  const name = useId()
  useEffect(
    () => (body.current ? mount(wording.id, body.current, name) : undefined),
    [wording.id, name, mount],
  )
  return (
    <div className={`wording${chosen ? ' chosen' : ''}`} role="group" aria-label={label}>
      <div className="wording-head">
        <span id={name} className="grow">
          {label}
        </span>
        {!readOnly && mayChoose && !chosen && (
          <Button
            size="small"
            icon={Check}
            aria-label={`${vi.options.choose}: ${label}`}
            onClick={() => acts.choose(wording.id)}
          >
            {vi.options.choose}
          </Button>
        )}
        {!readOnly && open && removable && (
          <ToolButton
            size="small"
            icon={X}
            label={vi.options.remove(label)}
            onClick={() => acts.remove(wording.id)}
          />
        )}
      </div>
      {proposed && <p className="wording-proposed">{proposed}</p>}
      <div ref={body} className="wording-body" />
    </div>
  )
}
