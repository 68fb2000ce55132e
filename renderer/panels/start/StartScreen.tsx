import { FileInput, FilePlus2, FileText, FolderOpen, Users, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { RecentReport } from '../../../shared/ipc/contract'
import { defaultProfile } from '../../../shared/report/fields'
import { ask } from '../../host/ask'
import { attempt } from '../../state/attempt'
import { startImport } from '../../state/import-file'
import { showDialog } from '../../state/window-state'
import { ToolButton } from '../../ui/ToolButton'
import { dayInWords } from '../../wording/window'
import { vi } from '../../wording/vi'

/** What the window shows before a report is open. */
export function StartScreen() {
  return (
    <main className="start">
      <div className="start-card">
        <header className="start-head">
          <span className="mark large" aria-hidden>
            D
          </span>
          <div>
            <h1>{vi.appName}</h1>
            <p>{vi.start.lead}</p>
          </div>
        </header>
        <div className="start-body">
          <StartActions />
          <RecentReports />
        </div>
      </div>
    </main>
  )
}

function StartActions() {
  const newReport = () => attempt(() => ask('report.new', { profile: defaultProfile }))
  const open = () => attempt(() => ask('report.open', {}))
  const actions = [
    { icon: FilePlus2, name: vi.start.newReport, hint: vi.start.newHint, run: newReport },
    { icon: FileInput, name: vi.start.import, hint: vi.start.importHint, run: () => startImport() },
    {
      icon: Users,
      name: vi.committee.join.title,
      hint: vi.committee.join.startHint,
      run: () => showDialog('join'),
    },
    { icon: FolderOpen, name: vi.start.open, hint: vi.start.openHint, run: open },
  ]
  return (
    <div className="start-actions">
      {actions.map(({ icon: Icon, name, hint, run }) => (
        <button key={name} type="button" className="start-action" onClick={() => void run()}>
          <Icon size={20} strokeWidth={1.75} aria-hidden />
          <strong>{name}</strong>
          <span>{hint}</span>
        </button>
      ))}
      <p className="start-drop">{vi.start.drop}</p>
    </div>
  )
}

function RecentReports() {
  const [reports, setReports] = useState<readonly RecentReport[] | null>(null)
  useEffect(() => {
    void attempt(async () => setReports(await ask('recent.list', {})))
  }, [])
  const forget = (path: string) => attempt(async () => setReports(await ask('recent.forget', { path })))
  return (
    <section className="recent" aria-label={vi.start.recent}>
      <h2>{vi.start.recent}</h2>
      {reports?.length === 0 && <p className="empty">{vi.start.noRecent}</p>}
      <ul>
        {reports?.map(report => (
          <RecentItem key={report.path} report={report} onForget={() => void forget(report.path)} />
        ))}
      </ul>
    </section>
  )
}

function RecentItem({ report, onForget }: { report: RecentReport; onForget: () => void }) {
  const { path, title, missing, openedAt } = report
  const name = title || vi.start.untitled
  return (
    <li className="recent-item">
      <button
        type="button"
        className="recent-open"
        disabled={missing}
        title={path}
        onClick={() => void attempt(() => ask('report.open', { path }))}
      >
        <FileText size={16} strokeWidth={1.75} aria-hidden />
        <span className="recent-name">{name}</span>
        <span className="recent-when">{missing ? vi.start.missing : dayInWords(openedAt, new Date())}</span>
        <span className="recent-path">{path}</span>
      </button>
      <ToolButton size="small" icon={X} label={`${vi.start.forget}: ${name}`} onClick={onForget} />
    </li>
  )
}
