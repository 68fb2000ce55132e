import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { warningBlocks } from '../../../shared/import/warning-block'
import type { ImportPreview, ImportWarning } from '../../../shared/ipc/contract'
import { vi } from '../../wording/vi'

interface WarningListProps {
  readonly preview: ImportPreview
  readonly onGo: (blockId: string) => void
}

/** What the file holds that could not be taken as it is; only the warnings in view are mounted, and looked up. */
export function WarningList({ preview, onGo }: WarningListProps) {
  const { warnings, blocks } = preview
  const scroller = useRef<HTMLDivElement>(null)
  const blockOf = useMemo(() => warningBlocks(blocks), [blocks])
  const rows = useVirtualizer({
    count: warnings.length,
    getScrollElement: () => scroller.current,
    // A place and two lines.
    estimateSize: () => 76,
    overscan: 4,
  })
  const title = vi.import.warnings(warnings.length)
  return (
    <section className="import-warnings" aria-label={title}>
      <h3>{title}</h3>
      {warnings.length > 0 && (
        <div ref={scroller} className="warnings" role="list" aria-label={title} tabIndex={0}>
          <div role="presentation" className="warnings-all" style={{ height: rows.getTotalSize() }}>
            {rows.getVirtualItems().map(({ index, start }) => {
              const warning = warnings[index]
              return (
                warning && (
                  <div
                    key={index}
                    ref={rows.measureElement}
                    data-index={index}
                    className="warning-at"
                    role="listitem"
                    aria-posinset={index + 1}
                    aria-setsize={warnings.length}
                    style={{ transform: `translateY(${start}px)` }}
                  >
                    <Warning warning={warning} blockOf={blockOf} onGo={onGo} />
                  </div>
                )
              )
            })}
          </div>
        </div>
      )}
    </section>
  )
}

interface WarningProps {
  readonly warning: ImportWarning
  readonly blockOf: (warning: ImportWarning) => string | undefined
  readonly onGo: (blockId: string) => void
}

function Warning({ warning, blockOf, onGo }: WarningProps) {
  const id = useMemo(() => blockOf(warning), [blockOf, warning])
  return (
    <div className="warning">
      {id === undefined ? (
        <b>{warning.place}</b>
      ) : (
        <button type="button" className="warning-place" title={vi.import.goToBlock} onClick={() => onGo(id)}>
          {warning.place}
        </button>
      )}
      <span>{warning.message}</span>
    </div>
  )
}
