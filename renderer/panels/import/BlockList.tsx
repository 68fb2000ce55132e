import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ImportedBlock } from '../../../shared/ipc/contract'
import { depthOf, levels, type Level } from '../../../shared/report/levels'
import { Select } from '../../ui/Select'
import { vi } from '../../wording/vi'

interface BlockListProps {
  readonly blocks: readonly ImportedBlock[]
  readonly corrections: ReadonlyMap<string, Level | null>
  readonly onCorrect: (id: string, level: Level | null) => void
  /** The block to go to; asking for the same one again is another object. */
  readonly wanted: WantedBlock | null
}

export interface WantedBlock {
  readonly id: string
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }

/** The imported blocks as an outline; only those in view are mounted. */
export function BlockList({ blocks, corrections, onCorrect, wanted }: BlockListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [here, setHere] = useState(0)
  const rows = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 34,
    overscan: 12,
  })
  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(blocks.length - 1, index))
    setHere(next)
    rows.scrollToIndex(next)
  }
  useWanted(wanted, blocks, index => {
    goTo(index)
    scroller.current?.focus()
  })
  function key(event: KeyboardEvent) {
    const block = blocks[here]
    const level = block && levelKey(event)
    // Within a row's own list of levels the arrows are that list's.
    const step = event.target instanceof HTMLSelectElement ? 0 : (steps[event.key] ?? 0)
    if (block && level !== undefined && canCorrect(block)) onCorrect(block.id, level)
    else if (step !== 0) goTo(here + step)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      className="blocks"
      data-first
      role="grid"
      aria-rowcount={blocks.length}
      tabIndex={0}
      aria-label={vi.import.structure}
      aria-activedescendant={`block-${here}`}
      onKeyDown={key}
    >
      <div role="rowgroup" className="blocks-all" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const block = blocks[index]
          if (!block) return null
          const level = corrections.has(block.id) ? (corrections.get(block.id) ?? null) : block.level
          return (
            <div key={block.id} role="none" className="block-at" style={shiftedBy(start)}>
              <Block
                {...{ block, index, level, onCorrect }}
                here={index === here}
                changed={corrections.has(block.id)}
                onPress={setHere}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const shiftedBy = (pixels: number) => ({ transform: `translateY(${pixels}px)` })

function useWanted(
  wanted: WantedBlock | null,
  blocks: readonly ImportedBlock[],
  goTo: (index: number) => void,
): void {
  useEffect(() => {
    const index = blocks.findIndex(block => block.id === wanted?.id)
    if (index >= 0) goTo(index)
    // Only when another block is asked for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted])
}

interface BlockProps {
  readonly block: ImportedBlock
  readonly index: number
  readonly level: Level | null
  readonly here: boolean
  readonly changed: boolean
  readonly onPress: (index: number) => void
  readonly onCorrect: (id: string, level: Level | null) => void
}

/** Memoised: of the rows in view an arrow key changes two. */
const Block = memo(function Block(props: BlockProps) {
  const { block, index, level, here, changed, onPress, onCorrect } = props
  const kind = vi.import.kinds[block.kind]
  const depth = level ? depthOf(level) : levels.length
  return (
    <div
      id={`block-${index}`}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={here}
      className={`block ${level ?? 'paragraph'}${here ? ' here' : ''}${changed ? ' changed' : ''}`}
      onMouseDown={() => onPress(index)}
    >
      <div role="gridcell" className="block-words" style={{ paddingLeft: depth * 14 }}>
        {kind && <span className="chip">{kind}</span>}
        {block.number && <span className="block-number">{block.number}</span>}
        {block.text}
      </div>
      <div role="gridcell">
        {canCorrect(block) && (
          <Select
            aria-label={vi.import.levelOf(block.text.slice(0, 60))}
            tabIndex={here ? 0 : -1}
            value={level ?? ''}
            choices={choices}
            onChoose={value => onCorrect(block.id, value === '' ? null : (value as Level))}
          />
        )}
      </div>
    </div>
  )
})

const choices = [
  { value: '', label: vi.tools.paragraph },
  ...levels.map(level => ({ value: level, label: vi.tools.levels[level] })),
]

const canCorrect = (block: ImportedBlock): boolean => block.kind === 'heading' || block.kind === 'paragraph'

/** Ctrl+Alt+1 … 5 is a level, Ctrl+Alt+0 a paragraph; undefined for any other keys. */
function levelKey(event: KeyboardEvent): Level | null | undefined {
  const digit = /^Digit([0-5])$/.exec(event.code)?.[1]
  if (!event.ctrlKey || !event.altKey || digit === undefined) return undefined
  return digit === '0' ? null : levels[Number(digit) - 1]
}
