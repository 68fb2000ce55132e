import type { Version } from '../../../shared/versions/version'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Notice } from '../../ui/Notice'
import { vi } from '../../wording/vi'
import { Refusal } from '../committee/Refusal'
import { useActing } from '../committee/use-acting'
import { VersionFiles } from './VersionFiles'

const words = vi.versions

/** A draft was frozen: what that means, and its files. */
export function Frozen({ version, onClose }: { version: Version; onClose: () => void }) {
  const acting = useActing()
  const { docx, pdf } = version.files
  const foot = (
    <Button data-first look="primary" onClick={onClose}>
      {vi.close}
    </Button>
  )
  return (
    <Dialog title={words.freeze.done(version.label)} closeLabel={vi.close} onClose={onClose} foot={foot}>
      <div className="dialog-body">
        <p>{words.freeze.doneHint}</p>
        <VersionFiles version={version} acting={acting} />
        {!(docx && pdf) && <Notice kind="wait" title={words.freeze.missing} />}
        <Refusal title={words.notDone} words={acting.failure} />
      </div>
    </Dialog>
  )
}
