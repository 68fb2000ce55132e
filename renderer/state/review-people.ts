import { useMemo } from 'react'
import { selfAuthor } from '../../shared/review/record'
import { colourOfMember } from '../../shared/sync/member-colour'
import { vi } from '../wording/vi'
import { useCommittee } from './committee'
import { useReviewer } from './review'

/** Somebody who says something in a review. */
export interface Speaker {
  readonly id: string
  /** "Tôi" for the person at this window. */
  readonly name: string
  /** As others call them. */
  readonly fullName: string
  readonly unit: string
  /** 1 … 8, see tokens.css. */
  readonly colour: number
  readonly isMe: boolean
}

export interface Speakers {
  readonly self: string
  readonly of: (id: string) => Speaker
  /** Whoever can be named or given something; empty without a committee. */
  readonly members: readonly Speaker[]
}

/** Who speaks in the review of the open report; the same value until the committee changes. */
export function useSpeakers(): Speakers {
  const members = useCommittee(({ ledger }) => ledger.members)
  const self = useReviewer()
  return useMemo(() => {
    const known = new Map(
      members.map(({ id, name, unit }): [string, Speaker] => [id, speaker({ id, name, unit, self })]),
    )
    const present = members.filter(({ revoked }) => revoked === null)
    return {
      self,
      of: id => known.get(id) ?? speaker({ id, name: '', unit: '', self }),
      members: present.flatMap(({ id }) => known.get(id) ?? []),
    }
  }, [members, self])
}

function speaker({
  id,
  name,
  unit,
  self,
}: {
  id: string
  name: string
  unit: string
  self: string
}): Speaker {
  const isMe = id === self || id === selfAuthor
  const fullName = name || (isMe ? vi.annotations.self : vi.annotations.unknownPerson)
  return { id, name: isMe ? vi.annotations.self : fullName, fullName, unit, colour: colourOfMember(id), isMe }
}
