import { useMemo } from 'react'
import { create } from 'zustand'
import type { Speaker as Named } from '../../shared/ipc/review'
import { selfAuthor } from '../../shared/review/record'
import { colourOfMember } from '../../shared/sync/member-colour'
import { listen } from '../host/events'
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

/** Authors whom no committee of the open report names. */
const useFormer = create<{ readonly speakers: readonly Named[] }>(() => ({ speakers: [] }))

/** Hears of them until the returned function is called. */
export const hearSpeakers = (): (() => void) =>
  listen('review.speakers', ({ speakers }) => useFormer.setState({ speakers }))

/** Everybody who may be named in lists. */
export function useNamed(): readonly Named[] {
  const members = useCommittee(({ ledger }) => ledger.members)
  const former = useFormer(({ speakers }) => speakers)
  return useMemo(() => [...former, ...members], [former, members])
}

/** Who speaks in the review of the open report; the same value until the committee changes. */
export function useSpeakers(): Speakers {
  const members = useCommittee(({ ledger }) => ledger.members)
  const named = useNamed()
  const self = useReviewer()
  return useMemo(() => {
    const known = new Map(
      named.map(({ id, name, unit }): [string, Speaker] => [id, speaker({ id, name, unit, self })]),
    )
    const present = members.filter(({ revoked }) => revoked === null)
    return {
      self,
      of: id => known.get(id) ?? speaker({ id, name: '', unit: '', self }),
      members: present.flatMap(({ id }) => known.get(id) ?? []),
    }
  }, [named, members, self])
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
