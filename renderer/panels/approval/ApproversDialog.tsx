import { useState } from 'react'
import type { LedgerCommand } from '../../../shared/ledger/commands'
import { wholeReport } from '../../../shared/permissions/member'
import { command, useCommittee } from '../../state/committee'
import { say } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Check } from '../../ui/Check'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { vi } from '../../wording/vi'
import { Refusal } from '../committee/Refusal'
import { useActing, type Acting } from '../committee/use-acting'
import { useSections } from '../committee/use-sections'
import { ApproverOrder } from './ApproverOrder'

const words = vi.approvals.approvers

/** Who approves which section in which order, and the rules of approving. */
export function ApproversDialog({ onClose }: { onClose: () => void }) {
  const acting = useActing()
  const [section, setSection] = useState<string>(wholeReport)
  const { choices } = useSections()
  return (
    <Dialog
      title={words.title}
      closeLabel={vi.close}
      onClose={onClose}
      foot={<Button onClick={onClose}>{vi.close}</Button>}
    >
      <div className="dialog-body form">
        <p className="lead">{words.lead}</p>
        <Refusal title={vi.committee.refused} words={acting.failure} />
        <Field label={words.section}>
          {id => (
            <Select
              id={id}
              value={section}
              choices={[{ value: wholeReport, label: words.whole }, ...choices]}
              onChoose={setSection}
            />
          )}
        </Field>
        <OrderOf key={section} section={section} acting={acting} />
        <Rules acting={acting} />
      </div>
    </Dialog>
  )
}

function OrderOf({ section, acting }: { section: string; acting: Acting }) {
  const known = useCommittee(({ ledger }) => ledger.approvers.find(one => one.section === section))
  const [members, setMembers] = useState(known?.members ?? [])
  const [subtree, setSubtree] = useState(known?.subtree ?? true)
  const save = async (): Promise<void> => {
    const asked: LedgerCommand = { kind: 'approvers.set', section, members: [...members], subtree }
    if (await acting.act(() => command(asked))) say(words.saved)
  }
  return (
    <>
      <ApproverOrder members={members} onChange={setMembers} />
      {section !== wholeReport && <Check label={words.subtree} checked={subtree} onChange={setSubtree} />}
      <div className="section-buttons">
        <Button disabled={acting.isBusy} onClick={() => void save()}>
          {words.save}
        </Button>
      </div>
    </>
  )
}

const ruleNames = ['noOpenThreads', 'lockOnApproval'] as const

function Rules({ acting }: { acting: Acting }) {
  const { rules, tracking } = useCommittee(({ ledger }) => ledger)
  return (
    <fieldset className="checks">
      <legend>{words.rules}</legend>
      {ruleNames.map(rule => (
        <Check
          key={rule}
          label={words[rule]}
          checked={rules[rule]}
          onChange={on => void acting.act(() => command({ kind: 'approval.rules', [rule]: on }))}
        />
      ))}
      <Check
        label={words.tracking}
        checked={tracking}
        onChange={on => void acting.act(() => command({ kind: 'tracking.set', on }))}
      />
    </fieldset>
  )
}
