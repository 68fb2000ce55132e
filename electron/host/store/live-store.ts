import { encodeStateAsUpdate, type Doc } from 'yjs'
import type { StoreState } from '../../../shared/ipc/contract'
import { Failure } from '../../../shared/ipc/failure'
import { failureOf } from './failure-of'
import { hold } from './held-files'
import type { KeptChange, KeptSubject } from './kept-rows'
import type { LedgerRows, LedgerWrite } from './ledger-rows'
import { moveLog, removeReport } from './move-log'
import { reconnect } from './reconnect'
import { removeRecovery, startRecovery, type RecoveryWriter } from './recovery-file'
import { keptRecords, type RecoveryRecord } from './recovery-record'
import type { ReportLog } from './report-log'
import type { ReportStore } from './report-store'
import { sqliteCodeOf, sqliteCodes } from './sqlite'
import { paceOf, versionOf, type Pace, type StoreOptions } from './store-options'
import type { VersionRows, VersionWrite } from './version-rows'
import { isRecovered, UnwrittenRows } from './unwritten-rows'
import { words } from './words'

const compactAfter = { updates: 1000, bytes: 1_000_000 }

interface Opened {
  readonly path: string
  readonly log: ReportLog
  readonly notice: string | null
}

/** Where writing goes wrong: the file is not where it was. */
class FileGone extends Error {}

/** A report that this program alone may write. */
export class LiveStore implements ReportStore {
  path: string
  readonly reportId: string
  body: Doc
  readonly readOnly = null
  notice: string | null

  private log: ReportLog
  private release: () => void
  private waiting: Uint8Array[] = []
  /** Changes since the snapshot. */
  private grown: { updates: number; bytes: number }
  private current: StoreState = { kind: 'saved', at: new Date().toISOString() }
  private recovery: RecoveryWriter | null = null
  /** What is kept and could not be written into the file. */
  private readonly unkept: UnwrittenRows
  /** Something was written since the file was last made whole. */
  private untidy = false
  private closed = false
  private readonly pace: Pace
  private timer: NodeJS.Timeout | undefined
  private readonly listeners = new Set<(state: StoreState) => void>()

  constructor(
    opened: Opened,
    private readonly options: StoreOptions,
  ) {
    this.path = opened.path
    this.log = opened.log
    this.unkept = new UnwrittenRows(() => this.log.kept())
    this.reportId = opened.log.contents.reportId
    this.body = opened.log.contents.body
    this.notice = opened.notice
    this.grown = { updates: opened.log.contents.updates, bytes: 0 }
    this.pace = paceOf(options)
    this.release = hold(opened.path)
    this.body.on('update', this.take)
  }

  state(): StoreState {
    return this.current
  }

  onState(listener: (state: StoreState) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  ledger(): LedgerRows {
    return this.log.ledger()
  }

  writeLedger(write: LedgerWrite): void {
    this.writeNow(() => this.log.writeLedger(write))
  }

  kept(subject: KeptSubject): ReadonlyMap<string, Uint8Array> {
    return this.unkept.now.get(subject) ?? new Map<string, Uint8Array>()
  }

  keep(subject: KeptSubject, change: KeptChange): void {
    if (isRecovered(subject)) this.keepAnyway(subject, change)
    else this.writeNow(() => this.log.keep(subject, change))
  }

  versions(): VersionRows {
    return this.log.versions()
  }

  writeVersions(write: VersionWrite, ledger?: LedgerWrite): void {
    this.writeNow(() => this.log.writeVersions(write, ledger))
  }

  replace(body: Doc): void {
    this.writeNow(() => this.log.compact(body, versionOf(this.options)))
    this.body.off('update', this.take)
    this.body = body
    this.body.on('update', this.take)
    this.written()
    this.grown = { updates: 0, bytes: 0 }
  }

  flush(): boolean {
    if (this.waiting.length > 0 || this.unkept.some) this.write()
    return this.current.kind === 'saved'
  }

  moveTo(path: string): void {
    const from = this.path
    const log = moveLog(this.log, path, { body: this.body, kept: this.unkept.now }, versionOf(this.options))
    // From here on everything goes to the new place; only then does the old one go.
    this.log = log
    this.path = path
    this.waiting = []
    this.unkept.forget()
    this.release()
    this.release = hold(path)
    this.written()
    removeReport(from)
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    const whole = this.flush()
    clearTimeout(this.timer)
    this.body.off('update', this.take)
    if (whole) this.tidy()
    this.log.close()
    this.recovery?.close()
    this.release()
  }

  private readonly take = (update: Uint8Array): void => {
    this.waiting.push(update)
    if (this.current.kind === 'failing') {
      this.keepForLater({ kind: 'update', update })
      return
    }
    this.tell({ kind: 'saving' })
    if (this.waiting.length === 1) this.plan(this.pace.gather, () => this.write())
  }

  /** Writes what is never put off: it is on the disk, or a Failure is thrown. */
  private writeNow(write: () => void): void {
    // While the disk fails the log may be a dead handle, or one of a file that nobody will see again.
    if (this.current.kind === 'failing') throw new Failure('not-ready', words.cannotWrite)
    if (!this.log.isInPlace()) throw new Failure('not-ready', words.fileGone)
    try {
      write()
    } catch (error) {
      throw failureOf(error)
    }
    this.wroteBeside()
  }

  private wroteBeside(): void {
    this.untidy = true
    if (this.waiting.length === 0) this.plan(this.pace.idle, () => this.tidy())
  }

  /** Written into the file, or taken down in the recovery file: on the disk when it returns, or a Failure is thrown. */
  private keepAnyway(subject: KeptSubject, change: KeptChange): void {
    if (this.current.kind === 'failing') {
      this.keepBeside(subject, change, () => this.keepForLater({ kind: 'change', subject, change }))
      return
    }
    try {
      if (!this.log.isInPlace()) throw new FileGone()
      this.log.keep(subject, change)
      this.wroteBeside()
    } catch (error) {
      // Noted first: the recovery file begins with it, so that one which it replaces may go.
      this.keepBeside(subject, change, () => this.failed(error))
    }
  }

  private keepBeside(subject: KeptSubject, change: KeptChange, write: () => void): void {
    const takeBack = this.unkept.add(subject, change)
    write()
    if (this.recovery) return
    takeBack()
    throw new Failure('not-ready', words.cannotWrite)
  }

  private write(): void {
    try {
      if (!this.log.isInPlace()) throw new FileGone()
      this.append()
      this.written()
    } catch (error) {
      this.failed(error)
    }
  }

  private append(): void {
    this.log.append(this.waiting)
    this.appendKept()
  }

  private appendKept(): void {
    this.unkept.write((subject, change) => this.log.keep(subject, change))
  }

  private written(): void {
    this.grown.updates += this.waiting.length
    this.grown.bytes += this.waiting.reduce((sum, update) => sum + update.length, 0)
    this.waiting = []
    this.untidy = true
    this.endRecovery()
    this.tell({ kind: 'saved', at: new Date().toISOString() })
    this.plan(this.pace.idle, () => this.tidy())
    if (this.grown.updates > compactAfter.updates || this.grown.bytes > compactAfter.bytes) this.tidy()
  }

  /** Keeps the file small and whole. Failing here loses nothing: the changes themselves are written. */
  private tidy(): void {
    if (!this.untidy) return
    try {
      if (this.grown.updates > compactAfter.updates / 10) {
        this.log.compact(this.body, versionOf(this.options))
        this.grown = { updates: 0, bytes: 0 }
      }
      this.log.checkpoint()
      this.untidy = false
    } catch (error) {
      this.noteBug(error)
    }
  }

  private failed(error: unknown): void {
    this.noteBug(error)
    if (this.current.kind !== 'failing') this.beginRecovery()
    const kept = this.recovery ? words.keptInRecovery : words.keptInMemory
    this.tell({
      kind: 'failing',
      message: `${causeOf(error)} ${kept}`,
      recoveryPath: this.recovery?.file ?? null,
    })
    this.plan(this.pace.retry, () => this.retry())
  }

  private retry(): void {
    try {
      // A full disk leaves the file in our hands; anything else may have left the handle dead.
      if (!this.log.isInPlace()) throw new FileGone()
      this.append()
      this.written()
    } catch (first) {
      if (sqliteCodeOf(first) === sqliteCodes.full) this.failed(first)
      else this.connectAgain()
    }
  }

  private connectAgain(): void {
    try {
      this.log = reconnect(this.path, this.log, this.body, versionOf(this.options))
      this.release()
      this.release = hold(this.path)
      this.appendKept()
      this.written()
    } catch (error) {
      this.failed(error)
    }
  }

  private beginRecovery(): void {
    const { recoveryFolder } = this.options
    if (!recoveryFolder) return
    const { created } = this.log.contents
    const header = { path: this.path, reportId: this.reportId, created, schema: versionOf(this.options) }
    try {
      const state = { kind: 'update', update: encodeStateAsUpdate(this.body) } as const
      const known = [state, ...keptRecords(this.unkept.before), ...this.unkept.changes]
      this.recovery = startRecovery(recoveryFolder, header, known)
    } catch (error) {
      // Nowhere to write at all; the state says that everything is in memory only.
      this.noteBug(error)
    }
  }

  private keepForLater(record: RecoveryRecord): void {
    try {
      // One that begins now begins with it.
      if (this.recovery) this.recovery.append([record])
      else this.beginRecovery()
    } catch (error) {
      this.noteBug(error)
      this.recovery?.close()
      this.recovery = null
    }
  }

  private endRecovery(): void {
    if (!this.recovery) return
    this.recovery.close()
    removeRecovery(this.recovery.file)
    this.recovery = null
  }

  private plan(delay: number, run: () => void): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(run, delay)
  }

  private tell(state: StoreState): void {
    this.current = state
    for (const listener of this.listeners) listener(state)
  }

  private noteBug(error: unknown): void {
    if (!(error instanceof FileGone)) this.options.onBug?.(error)
  }
}

function causeOf(error: unknown): string {
  if (error instanceof FileGone) return words.fileGone
  return sqliteCodeOf(error) === sqliteCodes.full ? words.diskFull : words.cannotWrite
}
