import { ArrowDown, ArrowUp, Replace, Search, X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Button } from '../../ui/Button'
import { Check } from '../../ui/Check'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'

export interface FindState {
  readonly query: string
  readonly replacement: string
  readonly matchCase: boolean
  readonly matchTones: boolean
  /** 1 for the first match; 0 while none is chosen. */
  readonly here: number
  readonly all: number
}

export interface FindActs {
  readonly change: (
    change: Partial<Pick<FindState, 'query' | 'replacement' | 'matchCase' | 'matchTones'>>,
  ) => void
  readonly step: (by: 1 | -1) => void
  readonly replaceOne: () => void
  readonly replaceAll: () => void
  /** Goes to the match that is shown. */
  readonly enter: () => void
  readonly close: () => void
}

interface FindBarProps {
  readonly state: FindState
  readonly withReplace: boolean
  /** Changes whenever find is asked for; the field then takes the focus. */
  readonly asked: number
  /** Told where the focus was before. */
  readonly onFrom: (element: Element | null) => void
  readonly readOnly: boolean
  readonly acts: FindActs
  readonly onShowReplace: () => void
}

/** Over text, notes and indicator tables at once. It never covers what it finds: it takes its own line. */
export function FindBar({ state, withReplace, asked, onFrom, readOnly, acts, onShowReplace }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const from = document.activeElement
    if (!field.current?.closest('search')?.contains(from)) onFrom(from)
    field.current?.focus()
    field.current?.select()
    // Only when find is asked for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked])
  function key(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') acts.close()
    else if (event.key === 'F3') acts.step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Enter' && event.ctrlKey) acts.enter()
    else if (event.key === 'Enter' && event.target === field.current) acts.step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  return (
    <search className="find-bar" data-region="find" aria-label={vi.regions.find} onKeyDown={key}>
      <div className="with-icon">
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          ref={field}
          className="input"
          aria-label={vi.find.find}
          placeholder={vi.find.findPlaceholder}
          value={state.query}
          onChange={event => acts.change({ query: event.target.value })}
        />
      </div>
      <FindLine state={state} acts={acts} onShowReplace={withReplace || readOnly ? null : onShowReplace} />
      {withReplace && !readOnly && <ReplaceLine state={state} acts={acts} />}
    </search>
  )
}

function ReplaceLine({ state, acts }: { state: FindState; acts: FindActs }) {
  return (
    <>
      <div className="with-icon">
        <Replace size={16} strokeWidth={1.75} aria-hidden />
        <input
          className="input"
          aria-label={vi.find.replace}
          placeholder={vi.find.replace}
          value={state.replacement}
          onChange={event => acts.change({ replacement: event.target.value })}
          onKeyDown={event =>
            event.key === 'Enter' && !event.ctrlKey && !event.nativeEvent.isComposing && acts.replaceOne()
          }
        />
      </div>
      <div className="line">
        <Button size="small" disabled={state.all === 0} onClick={acts.replaceOne}>
          {vi.find.replaceOne}
        </Button>
        <Button size="small" disabled={state.all === 0} onClick={acts.replaceAll}>
          {vi.find.replaceAll}
        </Button>
      </div>
    </>
  )
}

interface FindLineProps {
  readonly state: FindState
  readonly acts: FindActs
  readonly onShowReplace: (() => void) | null
}

function FindLine({ state, acts, onShowReplace }: FindLineProps) {
  const none = state.query !== '' && state.all === 0
  return (
    <div className="line">
      <span className={`count-words${none ? ' none' : ''}`} role="status">
        {state.query !== '' && (none ? vi.find.none : vi.find.count(state.here, state.all))}
      </span>
      <ToolButton
        icon={ArrowUp}
        label={vi.find.previous}
        keys="Shift+F3"
        disabled={state.all === 0}
        onClick={() => acts.step(-1)}
      />
      <ToolButton
        icon={ArrowDown}
        label={vi.find.next}
        keys="F3"
        disabled={state.all === 0}
        onClick={() => acts.step(1)}
      />
      <i className="separator" />
      <Check
        label={vi.find.matchCase}
        checked={state.matchCase}
        onChange={matchCase => acts.change({ matchCase })}
      />
      <Check
        label={vi.find.matchTones}
        checked={state.matchTones}
        onChange={matchTones => acts.change({ matchTones })}
      />
      {onShowReplace && (
        <ToolButton icon={Replace} label={vi.find.showReplace} keys="Ctrl+H" onClick={onShowReplace} />
      )}
      <ToolButton icon={X} label={vi.find.close} keys="Esc" onClick={acts.close} />
    </div>
  )
}
