import { Stamp } from 'lucide-react'
import { useState } from 'react'
import type { Version } from '../../../shared/versions/version'
import { mayAdminister, useCommittee } from '../../state/committee'
import { useSession } from '../../state/use-session'
import { useVersions } from '../../state/versions'
import { showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { vi } from '../../wording/vi'
import { useActing } from '../committee/use-acting'
import { showBeside, VersionFacts } from './VersionFacts'
import { VersionList } from './VersionList'
import { Verify } from './Verify'

const words = vi.versions
const close = () => showDialog(null)

/** All drafts that were frozen and the versions between them, with what can be done with each. */
export function VersionsDialog() {
  const all = useVersions(state => state.all)
  const { readOnly } = useSession()
  const mayFreeze = useCommittee(mayAdminister) && !readOnly
  const [id, setId] = useState<string | null>(null)
  const acting = useActing()
  const chosen =
    all.find(version => version.id === id) ?? all.findLast(({ number }) => number !== null) ?? all.at(-1)
  const open = (version: Version) => void acting.act(() => showBeside(version))
  const foot = (
    <>
      {all.length > 0 && <Verify count={all.length} />}
      <span className="grow" />
      {mayFreeze && (
        <Button data-first={!chosen} icon={Stamp} onClick={() => showDialog('freeze')}>
          {words.freeze.open}
        </Button>
      )}
    </>
  )
  return (
    <Dialog
      title={words.title}
      closeLabel={vi.close}
      size={chosen ? 'wide tall' : ''}
      onClose={close}
      foot={foot}
    >
      {chosen ? (
        <div className="versions">
          <div className="versions-side">
            <VersionList all={all} chosen={chosen.id} onChoose={version => setId(version.id)} onOpen={open} />
            <p className="board-keys">{words.keys}</p>
          </div>
          <VersionFacts key={chosen.id} version={chosen} acting={acting} onOpen={() => open(chosen)} />
        </div>
      ) : (
        <div className="dialog-body">
          <p>{words.none}</p>
        </div>
      )}
    </Dialog>
  )
}
