import { replay } from '../../../shared/ledger/entry'
import type { Ledger } from '../../../shared/ledger/ledger'
import { readEntries } from '../ledger/read-entries'
import { askLedger, contentsOf, placeOf, type Place } from './ask-ledger'
import { UsageError, type Command, type Output } from './command'
import { parseArguments } from './parse-arguments'
import { words } from './words'

export const membersCommand: Command = {
  name: 'members',
  synopsis: 'BÁO_CÁO.duthao [--revoke MÃ | --restore MÃ | --withdraw GIẤY_MỜI] [--data THƯ_MỤC] [--json]',
  summary: words.summaries.members,
  async run(args, output) {
    const { file, values } = parseArguments(args, {
      ...memberOptions,
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
    })
    const asked = askedOfMembers(values)
    const place = placeOf(file, values.data)
    for (const command of asked) await askLedger(place, contentsOf(place).reportId, command)
    sayMembers(ledgerIn(place), values.json, output)
  },
}

export const memberOptions = {
  revoke: { type: 'string' },
  restore: { type: 'string' },
  withdraw: { type: 'string' },
} as const

/** The commands to the ledger that options ask for, one at most. Throws a UsageError. */
export function askedOfMembers(values: Partial<Record<keyof typeof memberOptions, string>>): object[] {
  const asked = [
    values.revoke === undefined ? [] : { kind: 'member.revoke', member: values.revoke },
    values.restore === undefined ? [] : { kind: 'member.restore', member: values.restore },
    values.withdraw === undefined ? [] : { kind: 'invitation.withdraw', invitation: values.withdraw },
  ].flat()
  if (asked.length > 1) throw new UsageError(words.members.oneChange)
  return asked
}

export function sayMembers(ledger: Ledger, json: boolean, output: Output): void {
  output.out(json ? JSON.stringify(toJson(ledger), null, 2) : toWords(ledger))
}

const ledgerIn = (place: Place): Ledger => replay(readEntries(contentsOf(place).ledger.entries).entries)

const toJson = ({ members, invitations, assignments, locks }: Ledger) => ({
  members: [...members.values()].map(member => ({ ...member, grants: Object.fromEntries(member.grants) })),
  invitations: [...invitations.values()].map(({ id, member, expires, withdrawn, usedBy }) => ({
    ...{ id, member, expires, withdrawn, used: usedBy !== null },
  })),
  assignments: [...assignments.values()],
  locks: [...locks.keys()],
})

function toWords({ members }: Ledger): string {
  if (members.size === 0) return words.members.none
  return [...members.values()]
    .map(({ id, name, unit, role, joined, revoked }) => {
      const state = revoked !== null ? words.members.revoked : joined === null ? words.members.invited : ''
      return [id, words.members.roles[role], name, unit, state].filter(Boolean).join(' · ')
    })
    .join('\n')
}
