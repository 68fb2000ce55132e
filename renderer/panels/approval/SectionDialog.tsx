import { useStates } from '../../state/approvals'
import type { SectionStatus } from '../../../shared/approvals/section-states'
import type { BlockId } from '../../../shared/report/ids'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { vi } from '../../wording/vi'
import { useSections } from '../committee/use-sections'
import type { FormKind } from './section-forms'
import { useSectionWork } from './use-section-work'
import { SectionBody } from './SectionBody'

const words = vi.approvals.section

interface SectionDialogProps {
  readonly section: BlockId
  /** The form that is open from the start. */
  readonly form?: FormKind | null
  readonly onClose: () => void
  readonly onGo: (section: BlockId) => void
}

/** One section: where it stands, and what the person may do with it. */
export function SectionDialog({ section, form = null, onClose, onGo }: SectionDialogProps) {
  const status = useStates().get(section)
  const { nameOf } = useSections()
  if (!status)
    return (
      <Dialog title={words.menu} closeLabel={vi.close} onClose={onClose}>
        <div className="dialog-body">
          <p>{vi.committee.grants.gone}</p>
        </div>
      </Dialog>
    )
  return <OfSection key={section} {...{ status, form, onClose, onGo }} name={nameOf(section)} />
}

type OfSectionProps = Omit<SectionDialogProps, 'section'> & {
  readonly status: SectionStatus
  readonly name: string
}

function OfSection({ status, form, name, onClose, onGo }: OfSectionProps) {
  const work = useSectionWork(status, form)
  return (
    <Dialog
      title={words.title(name)}
      closeLabel={vi.close}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <span className="foot-note">{work.mayApproveNow && words.sign}</span>
          {work.form === null && <Button onClick={() => onGo(status.section)}>{words.go}</Button>}
          <Foot work={work} onClose={onClose} />
        </>
      }
    >
      <SectionBody status={status} work={work} />
    </Dialog>
  )
}

function Foot({ work, onClose }: { work: ReturnType<typeof useSectionWork>; onClose: () => void }) {
  const { form, isBusy, formId } = work
  if (form !== null)
    return (
      <>
        <Button onClick={work.leaveForm}>{words.cancel}</Button>
        <Button type="submit" form={formId} look="primary" disabled={isBusy}>
          {words.forms[form]}
        </Button>
      </>
    )
  return (
    <>
      <Button onClick={onClose}>{vi.close}</Button>
      {work.mayApproveNow && (
        <Button look="primary" data-first disabled={isBusy} onClick={work.approve}>
          {words.acts.approve}
        </Button>
      )}
    </>
  )
}
