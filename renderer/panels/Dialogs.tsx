import { useProblems } from '../state/use-problems'
import { useSession, useSnapshot } from '../state/use-session'
import { changeSettings, showDialog, useWindow } from '../state/window-state'
import { ExportDialog } from './export/ExportDialog'
import { FieldsDialog, ProfileField } from './fields/FieldsDialog'
import { LinkDialog } from './link/LinkDialog'

/** The dialog that is open over a report, if any. */
export function Dialogs() {
  const session = useSession()
  const dialog = useWindow(state => state.dialog)
  const fields = useSnapshot(now => now.fields())
  const problems = useProblems(state => state.list.filter(problem => problem.severity !== 'reminder').length)
  if (dialog === 'fields') return <FieldsDialog body={session.body} readOnly={session.readOnly} />
  if (dialog === 'link') return <LinkDialog />
  if (dialog === 'export')
    return (
      <ExportDialog
        problems={problems}
        profile={<ProfileField fields={fields} body={session.body} />}
        onProblems={() => {
          showDialog(null)
          changeSettings({ reviewOpen: true })
          useWindow.setState({ reviewOnNarrow: true })
        }}
      />
    )
  return null
}
