import { BrowserWindow, MessageChannelMain } from 'electron'
import type { EventName } from '../../../shared/ipc/command-names'
import { appOrigin } from '../../../shared/ipc/channels'
import type { EventPayload } from '../../../shared/ipc/contract'
import type { OpenReport } from '../reports/open-reports'
import { catchRefusals, type RefusedText } from '../../host/sharing/catch-refusals'
import { readDrafts } from '../../host/review/kept-drafts'
import { portOf } from './electron-port'
import { firstSize, smallestSize } from './window-place'

type PlainEvent = Exclude<EventName, 'report.opened'>

/** A window: the start screen, and from some moment on one report. */
export class ReportWindow {
  readonly browser: BrowserWindow
  private shown: OpenReport | null = null
  private listening = false
  private readonly untold: (() => void)[] = []
  private unsubscribe: (() => void) | null = null
  /** What the page was told last, as JSON: of three facts that are told together, mostly one has changed. */
  private readonly told = new Map<PlainEvent, string>()

  constructor(preload: string, place: Partial<Electron.Rectangle>) {
    this.browser = new BrowserWindow({
      ...firstSize,
      ...place,
      minWidth: smallestSize.width,
      minHeight: smallestSize.height,
      show: false,
      webPreferences: {
        preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
      },
    })
    this.browser.once('ready-to-show', () => this.browser.show())
    // The report lives on in the host: a page that crashed is loaded again and joins it.
    this.browser.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') setTimeout(() => this.reload(), 1000)
    })
    this.browser.webContents.on('did-start-loading', () => (this.listening = false))
  }

  get report(): OpenReport | null {
    return this.shown
  }

  async load(): Promise<void> {
    await this.browser.loadURL(`${appOrigin}/index.html`)
  }

  private reload(): void {
    if (!this.browser.isDestroyed()) this.browser.webContents.reload()
  }

  /** Gives the window its report, for as long as it lives. */
  show(report: OpenReport): void {
    this.shown = report
    const { host, tray, review, seen, versions, replica, committee } = report
    const stops = [
      // A port of the new replica; the page closes the old one when it has gone over.
      replica.onExchange(() => {
        if (this.listening) this.handOver(report)
      }),
      committee.onChange(() => this.tellCommittee(report)),
      host.store.onState(state => this.tell('store.changed', state)),
      tray.onChange(() => this.tell('tray.changed', { entries: [...tray.entries] })),
      versions.onChange(() => this.tellChanged('versions.changed', { all: [...versions.list] })),
      seen.onChange(() => this.tell('seen.changed', { looks: [...seen.looks] })),
      review.onChange(({ all, records }) => this.tell('review.changed', { all, records: [...records] })),
    ]
    this.unsubscribe = () => stops.forEach(stop => stop())
    if (this.listening) this.handOver(report)
  }

  /** The page listens (for the first time, or again after a reload). */
  pageIsReady(): void {
    this.listening = true
    if (this.shown) this.handOver(this.shown)
    for (const tell of this.untold.splice(0)) tell()
  }

  tell<N extends PlainEvent>(name: N, payload: EventPayload<N>): void {
    if (!this.browser.isDestroyed()) this.browser.webContents.send(name, payload)
  }

  /** As `tell`, held back until the page listens. */
  tellWhenReady<N extends PlainEvent>(name: N, payload: EventPayload<N>): void {
    if (this.listening) this.tell(name, payload)
    else this.untold.push(() => this.tell(name, payload))
  }

  focus(): void {
    if (this.browser.isMinimized()) this.browser.restore()
    this.browser.focus()
  }

  /** Lets go of the report; the caller closes it. */
  release(): void {
    this.unsubscribe?.()
    this.shown = null
  }

  private tellCommittee({ committee }: OpenReport): void {
    this.tellChanged('committee.changed', committee.state)
    this.tellChanged('ledger.changed', committee.ledger)
    this.tellChanged('sharing.changed', committee.sharingView)
  }

  private tellChanged<N extends PlainEvent>(name: N, payload: EventPayload<N>): void {
    const json = JSON.stringify(payload)
    if (this.told.get(name) === json) return
    this.told.set(name, json)
    this.tell(name, payload)
  }

  private handOver(report: OpenReport): void {
    const { path, host, tray, review, seen } = report
    const { port1, port2 } = new MessageChannelMain()
    // What a lock or a right forbids: the page gets a new replica, and the words go to the tray.
    const onRefusal = (): void => this.handOver(report)
    const onGathered = ({ typed, report: now, denial }: RefusedText): void =>
      tray.keepRefused(typed, now, denial)
    host.serve(catchRefusals(portOf(port1), host.store.body, { onRefusal, onGathered }))
    const opened: EventPayload<'report.opened'> = { path, readOnly: host.store.readOnly }
    this.browser.webContents.postMessage('report.opened', opened, [port2])
    this.tell('store.changed', host.store.state())
    this.tell('tray.changed', { entries: [...tray.entries] })
    this.tell('review.changed', { all: true, records: [...review.known] })
    this.tell('review.speakers', { speakers: [...report.formerSpeakers] })
    this.tell('drafts.changed', { drafts: readDrafts(host.store) })
    this.tell('seen.changed', { looks: [...seen.looks] })
    this.told.clear()
    this.tellChanged('versions.changed', { all: [...report.versions.list] })
    this.tellCommittee(report)
  }
}
