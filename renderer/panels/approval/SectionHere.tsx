import type { BlockId } from '../../../shared/report/ids'
import { useAskedSection } from '../../state/asked-section'
import { useSession } from '../../state/use-session'
import { showDialog } from '../../state/window-state'
import { SectionDialog } from './SectionDialog'

/** The dialog of the section that was asked about, from the paper, the outline or the menu. */
export function SectionHere() {
  const session = useSession()
  const { section, form } = useAskedSection()
  if (section === null) return null
  const close = () => showDialog(null)
  const go = (id: BlockId) => {
    close()
    setTimeout(() => session.goToBlock(id), 0)
  }
  return <SectionDialog {...{ section, form }} onClose={close} onGo={go} />
}
