import { useEffect, useRef } from 'react'
import type { SectionStatus } from '../../../shared/approvals/section-states'
import type { ReadCopy } from '../../../shared/approvals/section-copy'
import { countsOf } from '../../../shared/counts/counts'
import { numberNotes } from '../../../shared/numbering/number-notes'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { vi } from '../../wording/vi'
import { Refusal } from '../committee/Refusal'
import { DifferenceList } from './DifferenceList'
import { allowedForms, allowedQuick } from './section-forms'
import { SectionFacts } from './SectionFacts'
import { SectionForm } from './SectionForm'
import { useSinceApproval } from './use-since-approval'
import type { SectionWork } from './use-section-work'

const words = vi.approvals.section

interface SectionBodyProps {
  readonly status: SectionStatus
  readonly work: SectionWork
}

export function SectionBody({ status, work }: SectionBodyProps) {
  useSendKey(work)
  return (
    <div className="dialog-body section-work">
      <Refusal title={words.failed} words={work.failure} />
      {work.meanwhile.length > 0 && <Meanwhile work={work} />}
      {work.form !== null ? (
        <SectionForm
          id={work.formId}
          kind={work.form}
          {...{ status, values: work.values, isMissing: work.isMissing }}
          onChange={work.change}
          onSend={work.send}
        />
      ) : (
        <>
          <SectionFacts status={status} />
          <WhatIsApproved status={status} work={work} />
          <Acts work={work} />
        </>
      )}
    </div>
  )
}

/** Ctrl+Enter wherever the focus is in the dialog: approves what is shown, or sends the form. */
function useSendKey(work: SectionWork): void {
  const now = useRef(work)
  now.current = work
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      if (now.current.form === null) now.current.approve()
      else now.current.send()
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => window.removeEventListener('keydown', hear, { capture: true })
  }, [])
}

/** Somebody typed while the person was looking: exactly what, and the question once more. */
function Meanwhile({ work: { meanwhile, look } }: { work: SectionWork }) {
  return (
    <Notice kind="wait" title={words.meanwhile}>
      <p>{words.meanwhileBody}</p>
      <DifferenceList label={words.meanwhile} list={meanwhile} />
      <p>
        <Button size="small" onClick={look}>
          {words.looked}
        </Button>
      </p>
    </Notice>
  )
}

function WhatIsApproved({ status, work: { seen, acts } }: SectionBodyProps) {
  const since = useSinceApproval(status, seen)
  const { threads, proposals } = status.open
  const open = vi.approvals.open(threads, proposals)
  return (
    <>
      {seen && (
        <>
          <h3>{words.exactly}</h3>
          <p>{sizeInWords(seen)}</p>
          <p className={open ? 'still-open' : 'quiet'}>
            {open ? vi.approvals.stillOpen(open) : vi.approvals.nothingOpen}
          </p>
        </>
      )}
      {since.kind !== 'none' && <h3>{words.sinceApproval}</h3>}
      {since.kind === 'asking' && <p className="quiet">{words.comparing}</p>}
      {since.kind === 'no-copy' && <p className="quiet">{words.noCopy}</p>}
      {since.kind === 'compared' &&
        (since.differences.length === 0 ? (
          <p className="quiet">{words.noChange}</p>
        ) : (
          <DifferenceList label={words.sinceApproval} list={since.differences} />
        ))}
      {acts.whyNotApprove !== null && status.state !== 'approved' && (
        <p className="why-not">{vi.approvals.whyNot[acts.whyNotApprove]}</p>
      )}
    </>
  )
}

function sizeInWords({ report, parts }: ReadCopy): string {
  const size = words.size(countsOf(report).words, numberNotes(report.text).size)
  return parts.length > 0 ? `${size}, ${words.inner(parts.length)}` : size
}

/** Only what this person may do: nothing that could not be pressed. */
function Acts({ work: { acts, quick, openForm, isBusy } }: { work: SectionWork }) {
  const forms = allowedForms(acts)
  const quicks = allowedQuick(acts)
  if (forms.length + quicks.length === 0) return null
  return (
    <div className="section-buttons">
      {quicks.map(kind => (
        <Button key={kind} disabled={isBusy} onClick={() => quick(kind)}>
          {words.acts[kind]}
        </Button>
      ))}
      {forms.map(kind => (
        <Button key={kind} onClick={() => openForm(kind)}>
          {words.acts[kind]}
        </Button>
      ))}
    </div>
  )
}
