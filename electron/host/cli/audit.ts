import { applyUpdate, Doc } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import {
  checkRecord,
  type Checked,
  type Finding,
  type OtherRecord,
} from '../../../shared/ledger/check-record'
import { Entry } from '../../../shared/ledger/entry'
import { auditOf } from '../../../shared/ledger/ledger-doc'
import { sayEntry, type Names } from '../../../shared/ledger/say-entry'
import { outlineOf } from '../../../shared/outline/outline'
import { wholeReport } from '../../../shared/permissions/member'
import { numberStyleOf } from '../../../shared/print/number-style-of'
import { readReport } from '../../../shared/sync/read-report'
import { isSigned } from '../identity/identity'
import { readMembership, readRoom } from '../peer/membership'
import type { Contents } from '../store/contents'
import { contentsOf, placeOf } from './ask-ledger'
import type { Command } from './command'
import { parseArguments } from './parse-arguments'
import { words } from './words'

export const auditCommand: Command = {
  name: 'audit',
  synopsis: 'BÁO_CÁO.duthao [--verify] [--with BẢN_KHÁC.duthao]… [--json]',
  summary: words.summaries.audit,
  // eslint-disable-next-line @typescript-eslint/require-await -- commands may wait; this one has nothing to wait for
  async run(args, output) {
    const { file, values } = parseArguments(args, {
      verify: { type: 'boolean', default: false },
      with: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
    })
    const contents = contentsOf(placeOf(file, undefined))
    const others = (values.with ?? []).map(path => otherRecord(path, idOf(contents)))
    const checked = check(contents, others)
    const names = namesOf(contents, checked)
    if (values.json) output.out(JSON.stringify(asJson(checked, names), null, 2))
    else output.out(values.verify ? sayChecked(checked) : sayEntries(checked, names))
    if (values.verify && checked.findings.length > 0)
      throw new Failure('unreadable-file', words.audit.broken(checked.findings.length))
  },
}

/** The file of a host holds the record itself, and a copy in the room's state; that of a member, the copy alone. */
function check(contents: Contents, others: readonly OtherRecord[]): Checked {
  const { ledger } = contents
  const report = idOf(contents)
  const own = ledger.entries.length > 0 || !membershipOf(contents)
  if (!own) {
    const rows = inMembersRoom(contents).map(entry => JSON.stringify(entry))
    return checkRecord(rows, { report, isSigned, others })
  }
  const room: OtherRecord = { name: words.audit.ownRoom, entries: entriesIn(ledger.room) }
  return checkRecord(ledger.entries, { report, isSigned, others: [room, ...others] })
}

function otherRecord(path: string, report: string): OtherRecord {
  const contents = contentsOf(placeOf(path, undefined))
  if (idOf(contents) !== report) throw new Failure('invalid-input', words.audit.otherReport(path))
  const own = contents.ledger.entries.flatMap(row => Entry.safeParse(parse(row)).data ?? [])
  return { name: path, entries: own.length > 0 ? own : inMembersRoom(contents) }
}

const keptIn = ({ kept }: Contents) => ({
  kept: (subject: Parameters<Contents['kept']['get']>[0]) =>
    kept.get(subject) ?? new Map<string, Uint8Array>(),
})

const membershipOf = (contents: Contents) => readMembership(keptIn(contents))

/** A member's replica has a file of its own; the report is the host's. */
const idOf = (contents: Contents): string => membershipOf(contents)?.report ?? contents.reportId

const inMembersRoom = (contents: Contents): readonly Entry[] =>
  entriesIn(readRoom(keptIn(contents), 'ledger') ?? null)

function entriesIn(state: Uint8Array | null): readonly Entry[] {
  const room = new Doc()
  if (state) applyUpdate(room, state)
  return auditOf(room)
    .toArray()
    .flatMap(entry => Entry.safeParse(entry).data ?? [])
}

function parse(row: string): unknown {
  try {
    return JSON.parse(row)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** As the report and the ledger call them today. */
function namesOf({ body }: Contents, { ledger }: Checked): Names {
  const report = readReport(body)
  const { items } = outlineOf(report.text, numberStyleOf(report.fields))
  const titles = new Map<string, string>(items.map(({ id, number, title }) => [id, `${number} ${title}`]))
  return {
    member: id => ledger.members.get(id)?.name ?? id,
    section: id => {
      if (id === wholeReport) return words.audit.wholeReport
      const title = titles.get(id)
      return title === undefined ? words.audit.goneSection(id) : words.audit.section(title.trim())
    },
  }
}

function sayEntries({ entries }: Checked, names: Names): string {
  if (entries.length === 0) return words.audit.none
  return entries
    .map(entry => `${entry.seq} · ${words.audit.time(entry.at)} · ${sayEntry(entry, names)}`)
    .join('\n')
}

function sayChecked({ entries, findings }: Checked): string {
  const last = entries.at(-1)
  const end = last ? words.audit.last(last.seq, last.hash) : words.audit.none
  if (findings.length === 0) return [words.audit.sound(entries.length), end, words.audit.limit].join('\n')
  return [...findings.map(sayFinding), end].join('\n')
}

function sayFinding(finding: Finding): string {
  const { seq } = finding
  switch (finding.kind) {
    case 'missing':
      return words.audit.missing(seq, finding.last)
    case 'differs':
      return words.audit.differs(seq, finding.copy)
    case 'cut-off':
      return words.audit.cutOff(seq, finding.last, finding.copy)
    default:
      return words.audit[finding.kind](seq)
  }
}

const asJson = ({ entries, findings }: Checked, names: Names) => ({
  entries: entries.map(entry => ({ ...entry, words: sayEntry(entry, names) })),
  findings,
  last: entries.length > 0 ? { seq: entries.at(-1)?.seq, hash: entries.at(-1)?.hash } : null,
})
