import { useSession, useSnapshot } from '../state/use-session'
import type { ExportFormat } from '../state/use-export'
import { openTab } from '../state/side-tab'
import { showDialog, useWindow, type OpenDialog } from '../state/window-state'
import { QueueDialog } from './approval/QueueDialog'
import { SectionHere } from './approval/SectionHere'
import { Board } from './board/Board'
import { ShareDialog } from './committee/ShareDialog'
import { Compare } from './compare/Compare'
import { ExportDialog } from './export/ExportDialog'
import { FieldsDialog, ProfileField } from './fields/FieldsDialog'
import { HistoryDialog } from './history/HistoryDialog'
import { LinkDialog } from './link/LinkDialog'
import { ReturnedDialog } from './returned/ReturnedDialog'
import { ListDialog } from './review/annotations/ListDialog'
import { PrintPreview } from './preview/PrintPreview'
import { FreezeDialog } from './versions/FreezeDialog'
import { RestoreDialog } from './versions/RestoreDialog'
import { VersionsDialog } from './versions/VersionsDialog'

const formatsOf: Partial<Record<OpenDialog, readonly ExportFormat[]>> = {
  export: ['docx', 'pdf'],
  'export-docx': ['docx'],
  'export-pdf': ['pdf'],
}

/** The dialog that is open over a report, if any. */
export function Dialogs() {
  const session = useSession()
  const dialog = useWindow(state => state.dialog)
  const fields = useSnapshot(now => now.fields())
  if (dialog === 'fields')
    return (
      <FieldsDialog body={session.body} readOnly={session.readOnly} openStep={session.history.openStep} />
    )
  if (dialog === 'share') return <ShareDialog />
  if (dialog === 'preview') return <PrintPreview />
  if (dialog === 'link') return <LinkDialog />
  if (dialog === 'annotation-list') return <ListDialog />
  if (dialog === 'board') return <Board />
  if (dialog === 'queue') return <QueueDialog />
  if (dialog === 'section') return <SectionHere />
  if (dialog === 'compare') return <Compare />
  if (dialog === 'versions') return <VersionsDialog />
  if (dialog === 'freeze') return <FreezeDialog />
  if (dialog === 'history') return <HistoryDialog />
  if (dialog === 'restore') return <RestoreDialog />
  if (dialog === 'returned') return <ReturnedDialog />
  const formats = dialog && formatsOf[dialog]
  if (formats)
    return (
      <ExportDialog
        formats={formats}
        profile={<ProfileField fields={fields} body={session.body} />}
        onProblems={() => {
          showDialog(null)
          openTab('problems')
        }}
      />
    )
  return null
}
