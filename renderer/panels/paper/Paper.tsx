import { Pencil } from 'lucide-react'
import { Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useMemo, useRef, type CSSProperties, type MouseEvent, type WheelEvent } from 'react'
import { profileOf } from '../../../shared/print/profiles'
import { useBeside } from '../../state/beside'
import { useSession, useSnapshot } from '../../state/use-session'
import { useMarked } from '../../state/versions'
import { changeZoom, showDialog, useWindow } from '../../state/window-state'
import { vi } from '../../wording/vi'
import { mountBlocks } from '../blocks/mount-blocks'
import { useWatchedNotes } from '../notes/notes-in-view'
import { HeaderBlock, SignatureBlock } from './HeaderBlock'
import { openTextMenu } from './text-menu'
import { paperVariables } from './text-style'

/** The paper: header, the editor of the text, signature, in the measures of the layout profile. */
export function Paper() {
  const session = useSession()
  const fields = useMarked(useSnapshot(now => now.fields()))
  const fitting = useBeside(state => state.zoom)
  const zoom = useWindow(state => Math.min(state.settings.zoom, fitting ?? state.settings.zoom))
  const text = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const profile = profileOf(fields.profile)
  const variables = useMemo(() => paperVariables(profile), [profile])
  useEffect(() => {
    if (!text.current) return undefined
    mountBlocks(session)
    const unmount = session.mountText(text.current)
    const view = session.editor()
    if (view && !session.begin()) startWriting(view)
    return unmount
  }, [session])
  useWatchedNotes(scroller, session)
  const signature = <SignatureBlock fields={fields} profile={profile} />
  return (
    <div ref={scroller} className="paper-scroll" onWheel={wheel}>
      <div
        className="paper"
        style={{ ...variables, '--zoom': zoom, '--hint': JSON.stringify(vi.editor.hint) } as CSSProperties}
      >
        <button type="button" className="paper-fields" onClick={() => showDialog('fields')}>
          <span className="visually-hidden">{vi.top.fields}</span>
          <EditHint readOnly={session.readOnly} />
          <HeaderBlock fields={fields} profile={profile} />
        </button>
        <div ref={text} onContextMenu={(event: MouseEvent) => openTextMenu(event, session)} />
        {fields.signer || fields.authority || fields.recipients ? (
          <button type="button" className="paper-fields" onClick={() => showDialog('fields')}>
            <span className="visually-hidden">{vi.fields.groups.end}</span>
            <EditHint readOnly={session.readOnly} />
            {signature}
          </button>
        ) : null}
      </div>
    </div>
  )
}

/** The caret in the first words, even where a table or a choice of wordings stands before them. */
function startWriting(view: EditorView): void {
  const first = Selection.findFrom(view.state.doc.resolve(0), 1, true)
  if (first) view.dispatch(view.state.tr.setSelection(first).setMeta('addToHistory', false))
  view.focus()
}

const EditHint = ({ readOnly }: { readOnly: boolean }) => (
  <span className="edit-hint" aria-hidden>
    {!readOnly && <Pencil size={12} strokeWidth={1.75} />}
    {readOnly ? vi.top.fields : vi.top.editFields}
  </span>
)

/** Turning that makes one step of zoom: a notch of a mouse wheel, or a short stroke on a touch pad. */
const notch = 100
let turned = 0

function wheel({ ctrlKey, deltaY }: WheelEvent): void {
  turned = ctrlKey ? turned + deltaY : 0
  if (Math.abs(turned) < notch) return
  changeZoom(turned < 0 ? 1 : -1)
  turned = 0
}
