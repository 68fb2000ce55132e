import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Fragment } from 'prosemirror-model'
import { createReportFile } from '../../electron/host/store/report-file'
import type { Report } from '../../shared/report/report'
import { schema } from '../../shared/report/schema'
import { anchorIndex } from '../../shared/review/anchor-index'
import { createPlaceKeeper } from '../../shared/review/keep-places'
import { launchApp, type RunningApp } from '../support/launch-app'
import { createReviewedFile, randomReview } from '../support/busy-review'
import { figure, time, type Figure } from './figure'
import { readKeyTimes, typeByTurns } from './key-times'
import { docOf, timesLonger } from './sample-report'

declare global {
  interface Window {
    /** Milliseconds from an act to the frame behind the last change that it brought. */
    actTimes: number[]
  }
}

const size = { threads: 600, proposals: 1000, people: 18 }
const baseline = (values: readonly number[]) => ({ name: 'the same report without a review', values })
const rounds = 3
const keysInRound = 25

/** A review of 600 threads and 1000 proposals beside the same report without one. Needs a build and a display. */
export async function* measureReview(sample: Report): AsyncGenerator<Figure> {
  for (const times of [1, 20]) yield* measureAnchors(timesLonger(sample, times), `${times}x`)
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const plain = join(folder, 'plain.duthao')
  const reviewed = join(folder, 'reviewed.duthao')
  try {
    createReportFile(plain, sample)
    createReviewedFile(reviewed, sample, size)
    yield* measureStarts(plain, reviewed)
    const both = [await open(plain), await open(reviewed)] as const
    try {
      await annotated(both[1].window)
      yield* measureKeys(both[0].window, both[1].window)
      yield* measureScrolling(both[0].window, both[1].window)
      yield* measureActs(both[1].window)
    } finally {
      for (const running of both) await end(running)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Finding all places in a state never seen before, and in the next one, after a letter. */
async function* measureAnchors(report: Report, name: string): AsyncGenerator<Figure> {
  const body = docOf(report)
  const first = anchorIndex(report, body)
  const anchors = randomReview(first, size).flatMap(record => ('anchor' in record ? [record.anchor] : []))
  const keeper = createPlaceKeeper()
  const all = (index: typeof first) => anchors.map(anchor => keeper.resolve(anchor, index))
  const fresh = await time(5, () => {
    const other = createPlaceKeeper()
    anchors.forEach(anchor => other.resolve(anchor, first))
  })
  yield figure({ name: `review.all-places.${name}`, values: fresh })
  all(first)
  let text = report.text
  const afterKey = await time(20, () => {
    text = withLetter(text)
    all(anchorIndex({ ...report, text }, body))
  })
  yield figure({ name: `review.places-after-a-key.${name}`, values: afterKey })
}

/** The text with a letter more at the end of its last block, all other sheets the same. */
function withLetter(text: Report['text']): Report['text'] {
  const sheet = text.lastChild
  const block = sheet?.lastChild
  if (!sheet || !block) return text
  const longer = block.copy(block.content.append(Fragment.from(schema.text('a'))))
  const last = sheet.copy(sheet.content.replaceChild(sheet.childCount - 1, longer))
  return text.copy(text.content.replaceChild(text.childCount - 1, last))
}

const open = (path: string): Promise<RunningApp> => launchApp({ files: [path] })

async function end(running: RunningApp): Promise<void> {
  await running.close()
  await running.forget()
}

const editable = (page: Page): Promise<void> =>
  page.locator('.ProseMirror[contenteditable=true] p').first().waitFor({ timeout: 60_000 })
const annotated = (page: Page): Promise<void> =>
  page.locator('.ProseMirror .annotated').first().waitFor({ timeout: 60_000 })

/** By turns, so that a busy moment of the machine meets both. */
async function* measureStarts(plain: string, reviewed: string): AsyncGenerator<Figure> {
  const times = { plain: [] as number[], reviewed: [] as number[], drawn: [] as number[] }
  for (let round = 0; round < 5; round++)
    for (const path of round % 2 === 0 ? [plain, reviewed] : [reviewed, plain]) {
      const begin = performance.now()
      const running = await open(path)
      await editable(running.window)
      times[path === plain ? 'plain' : 'reviewed'].push(performance.now() - begin)
      if (path === reviewed) {
        await annotated(running.window)
        times.drawn.push(performance.now() - begin)
      }
      await end(running)
    }
  yield figure({
    name: 'review.start-to-editable',
    values: times.reviewed,
    baseline: baseline(times.plain),
    aim: 'ratio ≤ 1.5',
  })
  yield figure({ name: 'review.start-to-annotated', values: times.drawn, baseline: baseline(times.plain) })
}

async function* measureKeys(plain: Page, reviewed: Page): AsyncGenerator<Figure> {
  const pages = [plain, reviewed] as const
  await typeByTurns(pages, { rounds, keysInRound })
  yield figure({
    name: 'review.key-to-paint',
    values: await readKeyTimes(reviewed),
    baseline: baseline(await readKeyTimes(plain)),
    aim: 'ratio ≤ 1.3',
  })
}

/** From a turn of the wheel to the frame that shows it, all over the paper. */
async function* measureScrolling(plain: Page, reviewed: Page): AsyncGenerator<Figure> {
  const times = { plain: [] as number[], reviewed: [] as number[] }
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 === 0
      ? (['plain', 'reviewed'] as const)
      : (['reviewed', 'plain'] as const)) {
      const page = name === 'plain' ? plain : reviewed
      await page.bringToFront()
      times[name].push(...(await page.evaluate(scrollThrough, 40)))
    }
  yield figure({ name: 'review.scroll-to-paint', values: times.reviewed, baseline: baseline(times.plain) })
}

/** Runs in the page: scrolls the paper from its top in so many steps, and takes the time of each frame. */
async function scrollThrough(steps: number): Promise<number[]> {
  let paper = document.querySelector('.ProseMirror')?.parentElement
  while (paper && paper.scrollHeight <= paper.clientHeight + 10) paper = paper.parentElement
  const { port1, port2 } = new MessageChannel()
  const times: number[] = []
  for (let step = 0; step < steps && paper; step++) {
    const start = performance.now()
    paper.scrollTop = ((paper.scrollHeight - paper.clientHeight) * step) / steps
    await new Promise<void>(done => {
      port1.onmessage = () => done()
      requestAnimationFrame(() => port2.postMessage(null))
    })
    times.push(performance.now() - start)
  }
  return times
}

/** Listing others by the filter, and stepping from thread to thread with the keyboard. */
async function* measureActs(page: Page): AsyncGenerator<Figure> {
  await page.bringToFront()
  // Opens the panel, which is folded in a narrow window.
  await page.keyboard.press('F8')
  await page.getByRole('button', { name: 'Đã xong', exact: true }).waitFor()
  await page.evaluate(recordActs)
  for (const status of ['Tất cả', 'Đã xong', 'Chưa xong', 'Tất cả', 'Đã xong', 'Chưa xong']) {
    await page.getByRole('button', { name: status, exact: true }).click()
    await page.waitForTimeout(1_000)
  }
  yield figure({
    name: 'review.filter-to-paint',
    values: await page.evaluate(() => window.actTimes.splice(0)),
  })
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press('F8')
    await page.waitForTimeout(600)
  }
  yield figure({ name: 'review.step-to-paint', values: await page.evaluate(() => window.actTimes.splice(0)) })
}

/** Runs in the page: takes the time from each key or click to the last frame with a change in the next half second. */
function recordActs(): void {
  window.actTimes = []
  let start = 0
  let last = 0
  let timer = 0
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => (last = performance.now())
  new MutationObserver(() => requestAnimationFrame(() => port2.postMessage(null))).observe(document.body, {
    ...{ subtree: true, childList: true, attributes: true, characterData: true },
  })
  const begin = (event: Event): void => {
    start = event.timeStamp
    last = 0
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      if (last > 0) window.actTimes.push(last - start)
    }, 500)
  }
  window.addEventListener('keydown', begin, { capture: true })
  window.addEventListener('click', begin, { capture: true })
}
