import { useState } from 'react'
import type { ReturnedFile } from '../../state/returned/returned-file'
import { todaySource } from '../../state/returned/guess-source'
import { stopReceiving } from '../../state/returned/returned-file'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Notice } from '../../ui/Notice'
import { vi } from '../../wording/vi'
import { EditSections } from './EditSections'
import { OriginForm } from './OriginForm'
import { ReturnedCounts } from './ReturnedCounts'
import { useReturned } from './use-returned'

const words = vi.returned

/** Everything that a file asks for, section by section; the report changes only when a proposal is accepted later. */
export function ReturnedPreview({ file }: { readonly file: ReturnedFile }) {
  const [source, setSource] = useState(file.sources[0]?.source ?? todaySource)
  const [sender, setSender] = useState({ name: '', unit: '' })
  const { compared, edits, taken, refused, isTaking, canTake, take } = useReturned(file, source)
  const takable = edits.filter(canTake)
  const takeSome = (some: typeof edits) => void take(some, { ...sender, file: file.name })
  const foot = (
    <>
      <span className="foot-note" role="status">
        {taken.size > 0 && words.takenCount(taken.size)}
      </span>
      <Button onClick={stopReceiving}>{vi.close}</Button>
      <Button look="primary" disabled={isTaking || takable.length === 0} onClick={() => takeSome(edits)}>
        {isTaking ? words.taking : words.takeAll(takable.length)}
      </Button>
    </>
  )
  return (
    <Dialog
      title={`${words.title}: ${file.name}`}
      closeLabel={vi.close}
      size="wide tall"
      onClose={stopReceiving}
      foot={foot}
    >
      <div className="returned">
        <aside className="returned-about" tabIndex={0} aria-label={words.about}>
          <OriginForm
            {...{ source, sender }}
            sources={file.sources}
            onSource={setSource}
            onSender={setSender}
          />
          {compared.kind === 'done' && <ReturnedCounts edits={compared.edits} warnings={file.warnings} />}
        </aside>
        <section className="returned-list" aria-label={words.list}>
          {compared.kind === 'working' && <p role="status">{words.comparing}</p>}
          {compared.kind === 'failed' && (
            <Notice kind="bad" title={words.cannotRead}>
              <p>{compared.message}</p>
            </Notice>
          )}
          {compared.kind === 'done' && edits.length === 0 && (
            <Notice kind="good" title={compared.edits.already > 0 ? words.nothingNew : words.nothing} />
          )}
          <EditSections {...{ edits, taken, refused, isTaking, canTake }} onTake={takeSome} />
        </section>
      </div>
    </Dialog>
  )
}
