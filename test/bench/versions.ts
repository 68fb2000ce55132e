import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodeStateAsUpdateV2, XmlText, type Doc } from 'yjs'
import { LedgerHost } from '../../electron/host/ledger/ledger-host'
import { createReportFile } from '../../electron/host/store/report-file'
import { openReportStore, type ReportStore } from '../../electron/host/store/report-store'
import { makeIsolated } from '../../electron/host/versions/make-isolated'
import { ReportVersions } from '../../electron/host/versions/report-versions'
import type { Report } from '../../shared/report/report'
import type { Version } from '../../shared/versions/version'
import { draft } from '../support/frozen-report'
import { randomFrom } from '../support/random'
import { blocksIn } from '../support/shared-blocks'
import { figure, type Figure } from './figure'
import { timesLonger } from './sample-report'

const entry = fileURLToPath(new URL('../../.build/node/version-worker.js', import.meta.url))
const operator = { kind: 'operator' } as const
/** Between two drafts: words here and there, over the whole report. */
const [drafts, edits] = [20, 40]

/** What drafts take in the file, and how long whoever writes is held up while one is frozen. */
export async function* measureVersions(sample: Report): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'versions-'))
  try {
    for (const times of [1, 5]) yield* holdUps(timesLonger(sample, times), times, folder)
    yield* sizes(sample, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function* sizes(sample: Report, folder: string): AsyncGenerator<Figure> {
  const { store, versions, freeze } = opened(sample, join(folder, 'sizes.duthao'))
  const write = writerIn(store.body, randomFrom(1))
  const first = await freeze(1)
  const one = rowsIn(store)
  const files = plainSize(versions, store, first)
  const freezing: number[] = []
  for (let number = 2; number <= drafts; number++) {
    for (let edit = 0; edit < edits; edit++) write()
    const start = performance.now()
    await freeze(number)
    freezing.push(performance.now() - start)
  }
  const reading: number[] = []
  for (const { id } of versions.list) {
    const start = performance.now()
    versions.read(id)
    reading.push(performance.now() - start)
  }
  const start = performance.now()
  const faults = await versions.verify(null)
  if (faults.length > 0) throw new Error(faults[0]?.message)
  const verifying = performance.now() - start
  yield figure({
    name: `versions.${drafts}-drafts`,
    values: [rowsIn(store)],
    unit: 'MB',
    baseline: { name: 'one draft as files: Word, PDF, JSON, state', values: [files] },
    aim: '≤ 3 times one draft',
  })
  yield figure({ name: 'versions.first-draft', values: [one], unit: 'MB' })
  yield figure({ name: 'versions.freeze', values: freezing })
  yield figure({ name: 'versions.read', values: reading })
  yield figure({ name: `versions.verify-${drafts}`, values: [verifying] })
  store.close()
}

/**
 * The longest that the host's loop was busy at one go while five people write: processor time, for on a machine that does
 * other things as well the time of day says more of those.
 */
async function* holdUps(report: Report, times: number, folder: string): AsyncGenerator<Figure> {
  const { store, freeze } = opened(report, join(folder, `${times}x.duthao`))
  const write = writerIn(store.body, randomFrom(2))
  const longest = async (work: () => Promise<unknown>): Promise<number> => {
    let [last, most] = [process.cpuUsage(), 0]
    const beat = setInterval(() => {
      const { user, system } = process.cpuUsage(last)
      most = Math.max(most, (user + system) / 1000)
      for (let writer = 0; writer < 5; writer++) write()
      last = process.cpuUsage()
    }, 5)
    await work()
    clearInterval(beat)
    return most
  }
  const [without, during]: [number[], number[]] = [[], []]
  for (let number = 1; number <= 3; number++) {
    during.push(await longest(() => freeze(number)))
    without.push(await longest(() => new Promise(resolve => setTimeout(resolve, 2000))))
  }
  yield figure({
    name: `versions.freeze.hold-up-${times}x`,
    values: during,
    baseline: { name: 'the same five writers without freezing', values: without },
    aim: '≤ 50 ms',
  })
  store.close()
}

function opened(report: Report, path: string) {
  createReportFile(path, report)
  const store = openReportStore(path)
  const versions = new ReportVersions(store, { make: makeIsolated({ entry }) })
  const ledger = new LedgerHost(store)
  const freeze = async (number: number): Promise<Version> => {
    const reply = await versions.freeze(draft(number), operator, ledger)
    if (!reply.ok || !reply.version) throw new Error('Not frozen')
    return reply.version
  }
  return { store, versions, freeze }
}

function rowsIn(store: ReportStore): number {
  const { manifests, parts } = store.versions()
  const sizes = [
    ...manifests.map(({ manifest }) => Buffer.byteLength(manifest)),
    ...[...parts.values()].map(({ bytes }) => bytes.length),
  ]
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6
}

function plainSize(versions: ReportVersions, store: ReportStore, { id }: Version): number {
  const files = [
    versions.file(id, 'docx'),
    versions.file(id, 'pdf'),
    Buffer.from(versions.read(id)),
    encodeStateAsUpdateV2(store.body),
  ]
  return files.reduce((sum, file) => sum + file.length, 0) / 1e6
}

/** A writer who knows where the words are: what is measured is not the looking for them. */
function writerIn(body: Doc, random: () => number): () => void {
  const texts = blocksIn(body).flatMap(({ element }) =>
    element.toArray().filter((child): child is XmlText => child instanceof XmlText),
  )
  return () => {
    const text = texts[Math.floor(random() * texts.length)]
    if (!text) return
    const at = Math.floor(random() * text.length)
    if (random() < 0.5 && at + 6 < text.length) text.delete(at, 6)
    text.insert(at, ` ${['tăng', 'giảm', 'đạt 12,5%', 'trên địa bàn'][Math.floor(random() * 4)] ?? ''}`)
  }
}
