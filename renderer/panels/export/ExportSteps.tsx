import { FileText, FileType2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { unreachable } from '../../../shared/util/exhaustive'
import { ask } from '../../host/ask'
import { attempt } from '../../state/attempt'
import { cancelTask } from '../../state/import-file'
import { useExport, type ExportFormat, type WriteFiles } from '../../state/use-export'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Notice } from '../../ui/Notice'
import { Progress } from '../../ui/Progress'
import { vi } from '../../wording/vi'

interface ExportStepsProps {
  readonly title: string
  /** What is ticked to begin with. */
  readonly formats: readonly ExportFormat[]
  readonly write: WriteFiles
  readonly onClose: () => void
  /** What is chosen cannot be written. */
  readonly isRefused?: boolean
  /** What else there is to say or to choose before writing. */
  readonly children: ReactNode
}

/** Writing files from the choice of formats to where they lie. */
export function ExportSteps({
  title,
  formats: wanted,
  write,
  onClose,
  isRefused = false,
  children,
}: ExportStepsProps) {
  const [formats, setFormats] = useState(wanted)
  const { state, start, reset } = useExport(write)
  const close = () => {
    if (state.kind === 'working') cancelTask(state.doing.taskId)
    onClose()
  }
  const begin = formats.length > 0 && !isRefused ? () => start(formats) : null
  const toggle = (format: ExportFormat) =>
    setFormats(formats.includes(format) ? formats.filter(each => each !== format) : [...formats, format])
  switch (state.kind) {
    case 'form':
      return (
        <Dialog
          title={title}
          closeLabel={vi.close}
          onClose={close}
          foot={<FormFoot onClose={close} onStart={begin} />}
        >
          <div className="dialog-body">
            <div className="formats" role="group" aria-label={vi.export.formats}>
              <FormatChoice format="docx" formats={formats} onToggle={toggle} />
              <FormatChoice format="pdf" formats={formats} onToggle={toggle} />
            </div>
            {children}
          </div>
        </Dialog>
      )
    case 'working':
      return (
        <Dialog
          title={vi.export.working}
          closeLabel={vi.export.cancel}
          onClose={close}
          foot={<Button onClick={close}>{vi.export.cancel}</Button>}
        >
          <div className="dialog-body">
            <Progress label={vi.export.working} done={state.doing.done} of={state.doing.of} />
            <p aria-live="polite">{state.doing.step || `${vi.export.working}…`}</p>
            <p className="quiet">{vi.export.workingSafe}</p>
          </div>
        </Dialog>
      )
    case 'done':
      return <Done paths={state.paths} warnings={state.warnings} onAgain={reset} onClose={close} />
    case 'failed':
      return <Failed message={state.message} onAgain={reset} onClose={close} />
    default:
      return unreachable(state)
  }
}

function FormFoot({ onClose, onStart }: { onClose: () => void; onStart: (() => void) | null }) {
  return (
    <>
      <Button onClick={onClose}>{vi.cancel}</Button>
      <Button data-first look="primary" disabled={!onStart} onClick={() => onStart?.()}>
        {vi.export.start}
      </Button>
    </>
  )
}

interface FormatChoiceProps {
  readonly format: ExportFormat
  readonly formats: readonly ExportFormat[]
  readonly onToggle: (format: ExportFormat) => void
}

function FormatChoice({ format, formats, onToggle }: FormatChoiceProps) {
  const Icon = format === 'docx' ? FileText : FileType2
  const name = format === 'docx' ? vi.export.docx : vi.export.pdf
  return (
    <label className="format">
      <input
        type="checkbox"
        aria-label={name}
        checked={formats.includes(format)}
        onChange={() => onToggle(format)}
      />
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      <strong>{name}</strong>
      <span>{format === 'docx' ? vi.export.docxHint : vi.export.pdfHint}</span>
    </label>
  )
}

interface DoneProps {
  readonly paths: readonly string[]
  readonly warnings: readonly string[]
  readonly onAgain: () => void
  readonly onClose: () => void
}

function Done({ paths, warnings, onAgain, onClose }: DoneProps) {
  const foot = (
    <>
      <Button onClick={onAgain}>{vi.export.again}</Button>
      <Button data-first look="primary" onClick={onClose}>
        {vi.close}
      </Button>
    </>
  )
  return (
    <Dialog title={vi.export.done} closeLabel={vi.close} onClose={onClose} foot={foot}>
      <div className="dialog-body">
        <ul className="exported">
          {paths.map(path => (
            <li key={path}>
              <FileText size={16} strokeWidth={1.75} aria-hidden />
              <span className="grow">
                <strong>{path.split(/[\\/]/).at(-1)}</strong>
                <span className="quiet">{path}</span>
              </span>
              <Button size="small" onClick={() => void attempt(() => ask('report.showInFolder', { path }))}>
                {vi.export.showFolder}
              </Button>
            </li>
          ))}
        </ul>
        {warnings.length > 0 && (
          <Notice kind="wait" title={vi.export.differs}>
            {warnings.map(warning => (
              <p key={warning}>{warning}</p>
            ))}
          </Notice>
        )}
      </div>
    </Dialog>
  )
}

function Failed({
  message,
  onAgain,
  onClose,
}: {
  message: string
  onAgain: () => void
  onClose: () => void
}) {
  const foot = (
    <>
      <Button onClick={onClose}>{vi.close}</Button>
      <Button data-first look="primary" onClick={onAgain}>
        {vi.export.again}
      </Button>
    </>
  )
  return (
    <Dialog title={vi.export.failed} closeLabel={vi.close} onClose={onClose} foot={foot}>
      <div className="dialog-body">
        <Notice kind="bad" title={message}>
          <p>{vi.export.failedSafe}</p>
          <p>{vi.export.failedDo}</p>
        </Notice>
      </div>
    </Dialog>
  )
}
