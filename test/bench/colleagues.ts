import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import {
  applyUpdate,
  createRelativePositionFromTypeIndex,
  Doc,
  encodeStateAsUpdate,
  relativePositionToJSON,
  XmlElement,
  XmlText,
} from 'yjs'
import { createReportFile } from '../../electron/host/store/report-file'
import type { Report } from '../../shared/report/report'
import { textOf } from '../../shared/sync/report-doc'
import { awarenessFrame, updateFrame } from '../../shared/sync/sync-frames'
import { launchApp } from '../support/launch-app'
import { joinWindow } from '../support/port-colleague'
import { figure, type Figure } from './figure'
import { expectTyped, readKeyTimes, recordKeys, setCaretInMiddle, typeKeys } from './key-times'
import { timesLonger } from './sample-report'

declare global {
  interface Window {
    /** Milliseconds from the coming of a colleague's key to the frame that shows it. */
    remoteTimes: number[]
    stopTypists: () => void
  }
}

const crowds = [0, 10, 50]
const keysEach = 40
const rounds = 3
const keysInRound = 25

/** What it costs the window that others type, at 5 keys a second each, every key with a caret. Needs a build and a display. */
export async function* measureColleagues(sample: Report): AsyncGenerator<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    for (const times of [1, 20]) {
      const path = join(folder, `${times}.duthao`)
      createReportFile(path, timesLonger(sample, times))
      const running = await launchApp({ files: [path] })
      try {
        yield* measureCrowds(running.window, times)
      } finally {
        await running.close()
        await running.forget()
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* measureCrowds(page: Page, times: number): AsyncGenerator<Figure> {
  const { body, catchUp } = await joinWindow(page)
  await page.locator('.ProseMirror[contenteditable=true] p').first().waitFor({ timeout: 60_000 })
  await recordKeys(page)
  const seen = new Map(crowds.map(crowd => [crowd, { keys: [] as number[], painted: [] as number[] }]))
  // By turns, so that a busy moment of the machine meets all.
  for (let round = 0; round < rounds; round++)
    for (const [crowd, { keys, painted }] of round % 2 === 0 ? seen : [...seen].reverse()) {
      await catchUp()
      await setCaretInMiddle(page)
      await typeKeys(page, 10)
      await page.evaluate(() => (window.keyTimes = []))
      await page.evaluate(startTypists, framesOf(body, crowd))
      await typeKeys(page, keysInRound)
      await page.evaluate(() => window.stopTypists())
      await expectTyped(page)
      keys.push(...(await readKeyTimes(page)))
      painted.push(...(await page.evaluate(() => window.remoteTimes)))
    }
  const alone = seen.get(0)?.keys ?? []
  for (const [crowd, { keys, painted }] of seen) {
    const name = (what: string) => `colleagues.${what}.${crowd}-typists.${times}x`
    const baseline = { name: 'nobody else types', values: alone }
    yield figure({ name: name('key-to-paint'), values: keys, baseline })
    yield figure({
      name: name('key-to-paint.p95'),
      values: [p95(keys)],
      baseline: { ...baseline, values: [p95(alone)] },
      aim: 'ratio ≤ 1.2',
    })
    if (crowd === 0) continue
    yield figure({ name: name('remote-key-to-paint'), values: painted })
    yield figure({ name: name('remote-key-to-paint.p95'), values: [p95(painted)] })
  }
}

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0

/** For each typist what their keys bring over the port: a change and a caret by turns. */
function framesOf(body: Doc, crowd: number): number[][][] {
  const state = encodeStateAsUpdate(body)
  return Array.from({ length: crowd }, (_, index) => {
    const doc = new Doc()
    applyUpdate(doc, state)
    const paragraphs = paragraphsOf(doc)
    const words = paragraphs[Math.floor((index + 0.5) * (paragraphs.length / crowd))]
    return words ? typed(doc, words, index) : []
  })
}

function typed(doc: Doc, words: XmlText, index: number): number[][] {
  const frames: number[][] = []
  const awareness = new Awareness(doc)
  doc.on('update', (update: Uint8Array) => frames.push([...updateFrame(update)]))
  for (let key = 0; key < keysEach; key++) {
    words.insert(words.length, 'x')
    const at = relativePositionToJSON(createRelativePositionFromTypeIndex(words, words.length, -1)) as unknown
    const user = { id: `m${index}`, name: `Người ${index}` }
    awareness.setLocalState({ cursor: { anchor: at, head: at }, user })
    frames.push([...awarenessFrame(encodeAwarenessUpdate(awareness, [doc.clientID]))])
  }
  awareness.destroy()
  return frames
}

/** The words of the paragraphs right in the text, but for those that the person at the window types in. */
function paragraphsOf(doc: Doc): XmlText[] {
  return textOf(doc)
    .toArray()
    .flatMap(sheet => (sheet as XmlElement).toArray())
    .flatMap(block => (block instanceof XmlElement && block.nodeName === 'paragraph' ? [block.get(0)] : []))
    .filter((words): words is XmlText => words instanceof XmlText && !words.toJSON().includes('aaaaa'))
}

/** Runs in the page: one timer for each typist, as their keys would come over the port. */
function startTypists(typists: number[][][]): void {
  window.remoteTimes = []
  const { port1, port2 } = new MessageChannel()
  const coming: number[] = []
  const shown: number[] = []
  port1.onmessage = () => {
    for (const start of shown.splice(0)) window.remoteTimes.push(performance.now() - start)
  }
  const ownBlock = getSelection()?.anchorNode?.parentElement?.closest('p')
  // What waits is shown together; own letters change nothing outside their paragraph.
  const watch = new MutationObserver(changes => {
    if (changes.every(({ target }) => ownBlock?.contains(target))) return
    const starts = coming.splice(0)
    requestAnimationFrame(() => {
      shown.push(...starts)
      port2.postMessage(null)
    })
  })
  const text = document.querySelector('.ProseMirror')
  if (text) watch.observe(text, { subtree: true, childList: true, characterData: true })
  const brought: Uint8Array[] = []
  const bring = (frame: number[]): void => {
    const data = Uint8Array.from(frame)
    window.reportPort.dispatchEvent(new MessageEvent('message', { data }))
    brought.push(data)
  }
  const timers = typists.map((frames, index) => {
    let next = 0
    const key = (): void => {
      const [change, caret] = [frames[next++], frames[next++]]
      if (!change || !caret) return
      coming.push(performance.now())
      bring(change)
      bring(caret)
    }
    return setTimeout(() => (timers[index] = setInterval(key, 200) as never), (200 * index) / typists.length)
  })
  window.stopTypists = () => {
    watch.disconnect()
    // The host has them too, but not while times are taken: in life it is where they come from.
    for (const data of brought) MessagePort.prototype.postMessage.call(window.reportPort, data)
    for (const timer of timers) clearInterval(timer)
  }
}
