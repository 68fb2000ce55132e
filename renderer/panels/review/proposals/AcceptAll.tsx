import { useState } from 'react'
import type { Proposal } from '../../../../shared/review/review'
import { accept, mayDecide } from '../../../state/decide-proposals'
import type { Standing } from '../../../state/proposals'
import type { Speakers } from '../../../state/review-people'
import { useSession } from '../../../state/use-session'
import { AskFirst } from '../../committee/AskFirst'
import { Select } from '../../../ui/Select'
import { vi } from '../../../wording/vi'

interface AcceptAllProps {
  /** Those that are shown. */
  readonly list: readonly Standing[]
  readonly speakers: Speakers
}

const words = vi.proposals.all

/** Accepts everything that one person proposes, or everything in one section, in one step of undo; asks first. */
export function AcceptAll({ list, speakers }: AcceptAllProps) {
  const session = useSession()
  const [wanted, setWanted] = useState('')
  const groups = groupsOf(
    list.flatMap(({ proposal, applied }) => (applied?.kind === 'edit' ? [proposal] : [])),
    speakers,
  )
  const group = groups.find(({ key }) => key === wanted) ?? groups[0]
  if (!group || !group.proposals.some(each => mayDecide(session, each, 'proposal.accepted'))) return null
  const count = group.proposals.length
  return (
    <>
      <Select
        aria-label={words.label}
        value={group.key}
        choices={groups.map(({ key, label }) => ({ value: key, label }))}
        onChoose={setWanted}
      />
      <AskFirst
        label={words.button(count)}
        name={group.label}
        title={words.title}
        body={words.body(count)}
        yes={words.yes}
        onYes={() => void accept(session, group.proposals)}
      />
    </>
  )
}

interface Group {
  readonly key: string
  readonly label: string
  readonly proposals: readonly Proposal[]
}

/** By person, then by section; one alone is accepted on its card. */
function groupsOf(proposals: readonly Proposal[], speakers: Speakers): readonly Group[] {
  const groups = new Map<string, Proposal[]>()
  const put = (key: string, proposal: Proposal): void =>
    void groups.set(key, [...(groups.get(key) ?? []), proposal])
  for (const proposal of proposals) put(`person ${proposal.author}`, proposal)
  for (const proposal of proposals) put(`section ${proposal.anchor.section}`, proposal)
  return [...groups].flatMap(([key, own]) => {
    const first = own[0]
    if (!first || own.length < 2) return []
    const label = key.startsWith('person')
      ? words.person(speakers.of(first.author).name, own.length)
      : words.section(first.anchor.sectionTitle, own.length)
    return [{ key, label, proposals: own }]
  })
}
