import { CircleAlert, Lock, TriangleAlert, X } from 'lucide-react'
import { ask } from '../../host/ask'
import { attempt } from '../../state/attempt'
import { useStore } from '../../state/store-state'
import { say, useWindow } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'

/** What a person has to know before going on: saving fails, read-only, a refusal. */
export function Banners() {
  const store = useStore(state => state.store)
  const failure = useWindow(state => state.failure)
  return (
    <div className="banners">
      {store?.kind === 'failing' && <Failing message={store.message} recoveryPath={store.recoveryPath} />}
      {store?.kind === 'read-only' && (
        <div className="banner wait" role="status">
          <Lock size={16} strokeWidth={1.75} aria-hidden />
          <span className="grow">
            <strong>{vi.saved.readOnly}.</strong> {store.message}
          </span>
          <SaveCopy />
        </div>
      )}
      {failure && (
        <div className="banner bad" role="alert">
          <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
          <span className="grow">
            <strong>{vi.failure.title}.</strong> {failure} {vi.failure.safe}
          </span>
          <ToolButton
            size="small"
            icon={X}
            label={vi.close}
            onClick={() => useWindow.setState({ failure: null })}
          />
        </div>
      )}
    </div>
  )
}

/** The store's own words say why, where the words are kept, and what to do. */
function Failing({ message, recoveryPath }: { message: string; recoveryPath: string | null }) {
  return (
    <div className="banner bad" role="alert">
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
      <span className="grow">{message}</span>
      {recoveryPath && (
        <Button
          size="small"
          onClick={() => void attempt(() => ask('report.showInFolder', { path: recoveryPath }))}
        >
          {vi.saved.showCopy}
        </Button>
      )}
      <SaveCopy />
    </div>
  )
}

function SaveCopy() {
  const save = () =>
    attempt(async () => {
      const { path } = await ask('report.saveCopy', {})
      if (path) say(vi.saved.copySaved)
    })
  return (
    <Button size="small" onClick={() => void save()}>
      {vi.saved.saveCopy}
    </Button>
  )
}
