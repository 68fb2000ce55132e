import { FileDown, FileSpreadsheet, FileText, Printer } from 'lucide-react'
import { useState } from 'react'
import { reviewList } from '../../../../shared/review/list/review-list'
import { everything } from '../../../../shared/review/list/review-filter'
import type { Report } from '../../../../shared/report/report'
import { ask } from '../../../host/ask'
import { anchorNow } from '../../../state/annotations/threads'
import { useThreads } from '../../../state/annotations/watch'
import { attempt } from '../../../state/attempt'
import { useNamed } from '../../../state/review-people'
import { useSession } from '../../../state/use-session'
import { say, showDialog } from '../../../state/window-state'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { vi } from '../../../wording/vi'
import { TableOnPaper } from '../../board/TableOnPaper'
import { listTable } from './list-table'

const words = vi.annotations.print

/** The listed threads on paper or as a table of another program. */
export function ListDialog() {
  const [leaving, setLeaving] = useState<'print' | 'pdf' | null>(null)
  const table = useTable()
  const name = words.file
  const told = (saved: { path: string | null } | undefined) => {
    if (!saved || saved.path === null) return
    say(words.saved(saved.path))
    showDialog(null)
  }
  const save = (format: 'csv' | 'docx') =>
    void attempt(() => ask('table.save', { name, format, table })).then(told)
  async function toPaper() {
    if (leaving === 'print') await attempt(() => ask('paper.print', {}))
    else told(await attempt(() => ask('paper.savePdf', { name })))
    setLeaving(null)
  }
  return (
    <Dialog title={words.title} closeLabel={vi.close} onClose={() => showDialog(null)}>
      <div className="dialog-body list-dialog">
        <p>{words.which(table.rows.length)}</p>
        <div className="acts">
          <Button icon={Printer} data-first onClick={() => setLeaving('print')}>
            {words.print}
          </Button>
          <Button icon={FileDown} onClick={() => setLeaving('pdf')}>
            {words.pdf}
          </Button>
          <Button icon={FileSpreadsheet} onClick={() => save('csv')}>
            {words.csv}
          </Button>
          <Button icon={FileText} onClick={() => save('docx')}>
            {words.docx}
          </Button>
        </div>
      </div>
      {leaving !== null && <TableOnPaper table={table} onReady={() => void toPaper()} />}
    </Dialog>
  )
}

function useTable() {
  const session = useSession()
  const { listed } = useThreads()
  const members = useNamed()
  const report = session.report()
  const rows = reviewList(
    {
      review: { annotations: listed.map(({ annotation }) => annotation), proposals: [] },
      report,
      ledger: { members },
      anchorNow: ({ id, anchor }) => anchorNow(anchor, session.review.placeOf(id), report.text),
    },
    everything,
  )
  const gone = listed.filter(({ state }) => state === 'detached').map(({ annotation }) => annotation.id)
  return listTable(rows, { title: titleOf(report), now: new Date(), detached: new Set(gone) })
}

const titleOf = ({ fields: { type, title } }: Report): string =>
  [type, title].filter(Boolean).join(' ').replaceAll('\n', ' ')
