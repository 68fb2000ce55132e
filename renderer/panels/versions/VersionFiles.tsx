import { FileText, FileType2 } from 'lucide-react'
import type { Version } from '../../../shared/versions/version'
import { ask } from '../../host/ask'
import { say } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'
import type { Acting } from '../committee/use-acting'

const words = vi.versions

interface VersionFilesProps {
  readonly version: Version
  readonly acting: Acting
}

/** The Word and PDF files of that day, each where the person says. */
export function VersionFiles({ version: { id, number, files }, acting: { act, isBusy } }: VersionFilesProps) {
  const save = (format: 'docx' | 'pdf') => () =>
    void act(async () => {
      const { path } = await ask('version.file', { id, format })
      if (path !== null) say(words.saved(path))
    })
  if (!files.docx && !files.pdf) return number === null ? null : <p className="quiet">{words.noFile}</p>
  return (
    <div className="version-acts">
      {files.docx && (
        <Button icon={FileText} disabled={isBusy} onClick={save('docx')}>
          {words.files.docx}
        </Button>
      )}
      {files.pdf && (
        <Button icon={FileType2} disabled={isBusy} onClick={save('pdf')}>
          {words.files.pdf}
        </Button>
      )}
    </div>
  )
}
