import { applyUpdate, Doc } from 'yjs'
import { openedMessage } from '../../shared/ipc/channels'
import { Settings, type ImportPreview, type RecentReport, type StoreState } from '../../shared/ipc/contract'
import type { Report } from '../../shared/report/report'
import { readFrame, restFrame, stateFrame, updateFrame } from '../../shared/sync/sync-frames'
import { readReport } from '../../shared/sync/read-report'
import { writeReport } from '../../shared/sync/write-report'
import { fakeVersionAnswers, type FakeVersion } from './fake-versions'

export interface FakeHostOptions {
  /** Opened at once; without it the start screen is shown. */
  readonly report?: Report
  readonly recent?: readonly RecentReport[]
  readonly preview?: ImportPreview
  /** What was frozen or kept of the report, the oldest first. */
  readonly versions?: readonly FakeVersion[]
  readonly settings?: Partial<Settings>
}

type Handler = (payload: unknown) => void

/** The main process as the window sees it, in memory: for looking at the window in a plain browser. */
export function installFakeHost(options: FakeHostOptions): void {
  const handlers = new Map<string, Set<Handler>>()
  const tell = (name: string, payload: unknown) => handlers.get(name)?.forEach(handler => handler(payload))
  let settings = Settings.parse(options.settings ?? {})
  const versions = options.versions ?? []
  let body: Doc | undefined
  const open = (report: Report) => {
    body = openFakeReport(report, state => tell('store.changed', state))
    setTimeout(() => tell('versions.changed', { all: versions.map(({ version }) => version) }), 0)
  }
  const answers: Readonly<Record<string, (input: never) => unknown>> = {
    'settings.read': () => settings,
    'settings.write': (change: Partial<Settings>) => (settings = { ...settings, ...change }),
    'recent.list': () => options.recent ?? [],
    'recent.forget': ({ path }: { path: string }) =>
      (options.recent ?? []).filter(each => each.path !== path),
    'report.import': () => ({ preview: options.preview ?? null }),
    'report.acceptImport': () => ({ opened: true }),
    'report.discardImport': () => ({}),
    'report.new': () => ({ opened: false }),
    'report.open': () => ({ opened: false }),
    'report.export': () => ({ paths: ['/home/vp/Báo cáo/Bao cao chinh tri - du thao 2.docx'] }),
    'report.preview': () => ({ pdf: new Uint8Array() }),
    'report.showInFolder': () => ({}),
    'report.saveCopy': () => ({ path: null }),
    ...fakeVersionAnswers(
      versions,
      () => body && readReport(body),
      all => tell('versions.changed', { all }),
    ),
    'task.cancel': () => ({}),
    'menu.popup': () => ({ chosen: null }),
    'app.info': () => ({ version: '0', runtime: 'fake', sandboxed: true, profiles: [] }),
  }
  const host = {
    ask: async (name: string, input: unknown) => ({ ok: true, value: answers[name]?.(input as never) }),
    listen: (name: string, handler: Handler) => {
      const listeners = handlers.get(name) ?? new Set()
      handlers.set(name, listeners.add(handler))
      return () => void listeners.delete(handler)
    },
    ready: () => {
      if (options.report) open(options.report)
    },
  }
  Object.assign(window, { host, tellWindow: tell })
}

function openFakeReport(report: Report, onState: (state: StoreState) => void): Doc {
  const body = new Doc()
  writeReport(body, report)
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = (event: MessageEvent<Uint8Array>) => {
    const frame = readFrame(event.data)
    if (frame.kind === 'state') {
      port1.postMessage(restFrame(body, frame.vector))
      port1.postMessage(stateFrame(body))
      setTimeout(() => onState({ kind: 'saved', at: new Date().toISOString() }), 0)
    }
    if (frame.kind === 'update' || frame.kind === 'rest') takeIn(body, frame.update, onState)
  }
  body.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'window') port1.postMessage(updateFrame(update))
  })
  window.postMessage(
    { kind: openedMessage, path: '/home/vp/Báo cáo chính trị.duthao', readOnly: null },
    '*',
    [port2],
  )
  return body
}

let saved: ReturnType<typeof setTimeout> | undefined

function takeIn(body: Doc, update: Uint8Array, onState: (state: StoreState) => void): void {
  applyUpdate(body, update, 'window')
  onState({ kind: 'saving' })
  clearTimeout(saved)
  saved = setTimeout(() => onState({ kind: 'saved', at: new Date().toISOString() }), 300)
}
