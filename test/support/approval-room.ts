import { sign } from 'node:crypto'
import { Doc } from 'yjs'
import { LedgerHost, type LedgerReply } from '../../electron/host/ledger/ledger-host'
import { afterWrite, noLedger, type LedgerRows } from '../../electron/host/store/ledger-rows'
import { sectionFingerprint } from '../../shared/approvals/section-fingerprint'
import { sectionStates, type SectionStatus } from '../../shared/approvals/section-states'
import type { BlockId } from '../../shared/report/ids'
import type { Report } from '../../shared/report/report'
import { secretHashOf } from '../../shared/session/secret-hash'
import { readReport } from '../../shared/sync/read-report'
import { writeReport } from '../../shared/sync/write-report'
import { gateReport } from './gate-report'
import { as, host, invite, makeKey, now, operator, tomorrow, type KeyPair } from './ledger-fixture'

export interface Colleague {
  readonly id: string
  readonly key: KeyPair
}

/** What a leader's computer signs, written down once more: sorted JSON, by Node alone. */
export const signed = (
  { privateKey }: KeyPair,
  { report, section, fingerprint, at }: Record<'report' | 'section' | 'fingerprint' | 'at', string>,
): string => {
  const text = JSON.stringify({ at, fingerprint, kind: 'du-thao approval 1', report, section })
  return sign(null, Buffer.from(text), privateKey).toString('base64url')
}

/** A report with a host's ledger in memory: sections as in `gateReport`. */
export class ApprovalRoom {
  readonly body = new Doc()
  readonly reportId = 'report-1'
  readonly secretary: Colleague
  rows: LedgerRows = noLedger
  readonly ledger: LedgerHost
  time = Date.parse(now)

  constructor(report: Report = gateReport()) {
    writeReport(this.body, report)
    const store = {
      reportId: this.reportId,
      body: this.body,
      ledger: () => this.rows,
      writeLedger: (write: Parameters<typeof afterWrite>[1]) => {
        this.rows = afterWrite(this.rows, write)
      },
    }
    this.ledger = new LedgerHost(store, () => this.time)
    const key = makeKey()
    const found = { kind: 'ledger.found', name: 'Lê Thị Hoa', unit: '', key: key.publicKey }
    const reply = this.ledger.run(found, operator)
    this.secretary = { id: (reply as { member: string }).member, key }
  }

  join(role: string, name: string, grants: object[] = []): Colleague {
    const key = makeKey()
    const reply = this.ledger.run(invite(role, name, { grants, expires: tomorrow }), operator)
    if (!reply.ok) throw new Error(reply.message)
    const secretHash = secretHashOf(reply.secret ?? '')
    this.ledger.run({ kind: 'invitation.redeem', secretHash, key: key.publicKey }, host)
    return { id: reply.member ?? '', key }
  }

  /** "ok", or why not. */
  ask(command: object, by: Colleague | null = this.secretary): string {
    return said(this.ledger.run(command, by ? as(by.id) : operator))
  }

  /** The command with which somebody approves a section as it stands now, signed by Node alone. */
  approval(by: Colleague, section: string, over: Record<string, string> = {}): object {
    const at = new Date(this.time++).toISOString()
    const fingerprint = over['fingerprint'] ?? this.fingerprint(section)
    const about = { report: this.reportId, section, fingerprint, at, ...over }
    const { report: _report, ...command } = about
    return {
      kind: 'section.approve',
      ...command,
      key: by.key.publicKey,
      signature: over['signature'] ?? signed(by.key, about),
    }
  }

  approve(by: Colleague, section: string): string {
    return this.ask(this.approval(by, section), by)
  }

  fingerprint(section: string): string {
    return sectionFingerprint(this.report, section as BlockId) ?? ''
  }

  get report(): Report {
    return readReport(this.body)
  }

  status(section: string): SectionStatus {
    const status = sectionStates(this.report, this.ledger.current).get(section as BlockId)
    if (!status) throw new Error(`No section ${section}`)
    return status
  }

  state(section: string): string {
    return this.status(section).state
  }
}

export const said = (reply: LedgerReply): string => (reply.ok ? 'ok' : reply.code)
