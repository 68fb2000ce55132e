/*
 * A member's program, for a test that kills it: the real replica and the real way to the host, without a window.
 * Arguments: replica, key, first number, step. Types numbered marks until a line arrives on its input. Says
 * "typed N", "saved N" (in its own file), "confirmed N" (by the host), "refused WHY", and "done" when nothing is unsent.
 */
import { writeSync } from 'node:fs'
import { openIdentity } from '../../../electron/host/identity/identity'
import { readMembership } from '../../../electron/host/peer/membership'
import { Peer } from '../../../electron/host/peer/peer'
import { Replica } from '../../../electron/host/peer/replica'
import { ReportHost } from '../../../electron/host/report-host/report-host'
import { openReportStore } from '../../../electron/host/store/report-store'
import { typeMark } from '../../support/type-mark'

const [path = '', key = '', first = '1', step = '1'] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)
const onBug = (error: unknown): void => say(`refused ${String(error)}`)

const store = openReportStore(path, { onBug })
const membership = readMembership(store)
if (!membership) throw new Error('No membership')
const replica = new Replica(store, at => new ReportHost(at, onBug), onBug)
const peer = new Peer({
  ...{ replica, membership, identity: openIdentity(key), onBug },
  keepRefused: (_before, _now, denial) => say(`refused ${denial.code}`),
  pace: { first: 20, most: 300 },
})
const unsentBefore = peer.state.unsent
const typed: number[] = []
let isTyping = true

store.onState(({ kind }) => {
  if (kind === 'saved' && typed.length > 0) say(`saved ${typed.at(-1) ?? 0}`)
})
peer.onState(({ unsent }) => {
  const confirmed = unsentBefore + typed.length - unsent - unsentBefore
  if (confirmed > 0) say(`confirmed ${typed[confirmed - 1] ?? 0}`)
  if (!isTyping && unsent === 0) say('done')
})
peer.start()
let number = Number(first)
const typing = setInterval(() => {
  typeMark(replica.host.body, number)
  typed.push(number)
  say(`typed ${number}`)
  number += Number(step)
}, 40)

process.stdin.on('data', () => {
  isTyping = false
  clearInterval(typing)
  if (peer.state.unsent === 0) say('done')
})
process.stdin.on('end', () => process.exit(0))
