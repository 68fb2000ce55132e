import { FileDown, FileSpreadsheet, FileText, Printer, Users } from 'lucide-react'
import { useState } from 'react'
import { sectionStateKinds, type SectionState } from '../../../shared/approvals/section-states'
import type { BlockId } from '../../../shared/report/ids'
import { ask } from '../../host/ask'
import { mayAdminister, useCommittee } from '../../state/committee'
import { useSession, useSnapshot } from '../../state/use-session'
import { say, showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Notice } from '../../ui/Notice'
import { Select } from '../../ui/Select'
import { vi } from '../../wording/vi'
import { moment } from '../../wording/window'
import { ApproversDialog } from '../approval/ApproversDialog'
import { SectionDialog } from '../approval/SectionDialog'
import { Refusal } from '../committee/Refusal'
import { useActing } from '../committee/use-acting'
import { BoardGrid } from './BoardGrid'
import { boardTable } from './row-words'
import { StateIcon } from './StateMark'
import { TableOnPaper } from './TableOnPaper'
import { useBoard, type Board as BoardState } from './use-board'

const words = vi.approvals.board

/** How far every section has come, for the secretary above all: over the whole window, on paper, as a table. */
export function Board() {
  const session = useSession()
  const board = useBoard()
  const [section, setSection] = useState<BlockId | null>(null)
  const [isSetting, setSetting] = useState(false)
  const isAlone = useCommittee(({ state }) => state.self === null)
  const mayChange = useCommittee(mayAdminister)
  const close = () => showDialog(null)
  const go = (id: BlockId) => {
    close()
    // The dialog gives the focus back first.
    setTimeout(() => session.goToBlock(id), 0)
  }
  return (
    <Dialog title={words.title} closeLabel={vi.close} size="whole" onClose={close}>
      <div className="board">
        {isAlone && (
          <Notice kind="plain" title={words.alone}>
            <Button size="small" onClick={() => showDialog('share')}>
              {words.share}
            </Button>
          </Notice>
        )}
        <div className="board-bar">
          <Filters {...board} />
          <span className="grow" role="status">
            {words.count(board.shown.length, board.all.length)}
          </span>
          {mayChange && !isAlone && (
            <Button icon={Users} onClick={() => setSetting(true)}>
              {words.approvers}
            </Button>
          )}
          <Leaving board={board} />
        </div>
        <Summary {...board} />
        {board.shown.length > 0 ? (
          <BoardGrid
            rows={board.shown}
            order={board.order}
            nameOf={board.nameOf}
            onSort={board.sort}
            onGo={go}
            onActs={setSection}
          />
        ) : (
          <p className="empty">{board.all.length > 0 ? words.none : words.empty}</p>
        )}
        <p className="board-keys">{words.keys}</p>
      </div>
      {section !== null && <SectionDialog section={section} onClose={() => setSection(null)} onGo={go} />}
      {isSetting && <ApproversDialog onClose={() => setSetting(false)} />}
    </Dialog>
  )
}

function Filters({ filter, setFilter, nameOf, all }: BoardState) {
  const people = [...new Set(all.flatMap(({ assignees, next }) => (next ? [...assignees, next] : assignees)))]
  const states = [
    { value: '', label: words.anyState },
    { value: 'late', label: words.lateOnly },
    ...sectionStateKinds.map(value => ({ value, label: vi.approvals.states[value] })),
  ]
  return (
    <>
      <Select
        aria-label={words.filterState}
        value={filter.state ?? ''}
        choices={states}
        onChoose={value => setFilter({ state: (value || null) as SectionState | 'late' | null })}
      />
      <Select
        aria-label={words.filterPerson}
        value={filter.person ?? ''}
        choices={[
          { value: '', label: words.anyone },
          ...people.map(value => ({ value, label: nameOf(value) })),
        ]}
        onChoose={value => setFilter({ person: value || null })}
      />
    </>
  )
}

/** How many sections are in each state; what there is none of is left out. */
function Summary({ all }: BoardState) {
  const late = all.filter(({ isLate }) => isLate).length
  return (
    <ul className="board-summary" aria-label={words.summary}>
      {sectionStateKinds.map(state => {
        const count = all.filter(row => row.state === state).length
        return count === 0 ? null : (
          <li key={state}>
            <StateIcon state={state} />
            {vi.approvals.states[state]}: <strong>{count}</strong>
          </li>
        )
      })}
      {late > 0 && (
        <li className="late">
          {words.lateOnly}: <strong>{late}</strong>
        </li>
      )}
    </ul>
  )
}

type Leave = 'print' | 'pdf'

/** On paper and as a table: what is shown, in the order in which it is shown. */
function Leaving({ board: { shown, nameOf } }: { board: BoardState }) {
  const title = useSnapshot(now => now.fields().title)
  const [leaving, setLeaving] = useState<Leave | null>(null)
  const { act, failure, isBusy } = useActing()
  const lines = [words.report(title), words.asOf(moment(new Date().toISOString(), new Date(0)))].filter(
    Boolean,
  )
  const table = boardTable(shown, { nameOf, lines })
  const name = words.title
  const told = ({ path }: { path: string | null }) => {
    if (path !== null) say(words.saved(path))
  }
  const save = (format: 'csv' | 'docx') => () =>
    void act(async () => told(await ask('table.save', { name, format, table })))
  const print = async (): Promise<void> => {
    await act(async () => {
      if (leaving === 'print') await ask('paper.print', {})
      else told(await ask('paper.savePdf', { name }))
    })
    setLeaving(null)
  }
  return (
    <div className="board-leave" role="group" aria-label={words.tools}>
      <Button icon={Printer} disabled={isBusy} onClick={() => setLeaving('print')}>
        {words.print}
      </Button>
      <Button icon={FileDown} disabled={isBusy} onClick={() => setLeaving('pdf')}>
        {words.pdf}
      </Button>
      <Button icon={FileSpreadsheet} disabled={isBusy} onClick={save('csv')}>
        {words.csv}
      </Button>
      <Button icon={FileText} disabled={isBusy} onClick={save('docx')}>
        {words.docx}
      </Button>
      <Refusal title={vi.failure.title} words={failure} />
      {leaving !== null && <TableOnPaper table={table} onReady={() => void print()} />}
    </div>
  )
}
