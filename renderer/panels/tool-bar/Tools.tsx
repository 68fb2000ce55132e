import type { Caret } from '../../state/report/caret'
import { runCommand } from '../../state/run-command'
import { useSession, useSnapshot } from '../../state/use-session'
import { ApprovalTools } from './ApprovalTools'
import { ReviewTools } from './ReviewTools'
import { ToolBar, type CaretState } from './ToolBar'

/** The tool bar joined to the report. */
export function Tools() {
  const session = useSession()
  const caret = useSnapshot(now => now.caret())
  const undo = useSnapshot(now => now.undoState())
  return (
    <ToolBar
      caret={{ ...placeOf(caret), ...undo }}
      readOnly={session.readOnly}
      run={id => runCommand(id, session)}
      review={
        <>
          <ReviewTools session={session} readOnly={session.readOnly} />
          <ApprovalTools />
        </>
      }
    />
  )
}

function placeOf(caret: Caret | null): Pick<CaretState, 'level' | 'list' | 'marks'> {
  if (!caret) return { level: null, list: 'none', marks: [] }
  const level = caret.place.kind === 'text' && !caret.isInTable ? (caret.level ?? 'paragraph') : null
  return { level, list: caret.list, marks: caret.marks }
}
