import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import {
  applyUpdate,
  createRelativePositionFromTypeIndex,
  Doc,
  encodeStateAsUpdate,
  mergeUpdates,
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
/** Milliseconds between two keys of a typist. */
const pause = 200
/** Milliseconds, as host/committee has them. */
const [changesTogether, caretsTogether] = [20, 50]
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
      await page.evaluate(startTypists, messagesOf(body, crowd))
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

/** What a message brings, and when it comes, in ms from the start. */
interface Coming {
  readonly at: number
  /** How many keys of colleagues are in it. */
  readonly keys: number
  readonly frame: number[]
}

/** What the typists' keys bring over the port: a committee's host gathers changes for 20 ms and carets for 50. */
function messagesOf(body: Doc, crowd: number): Coming[] {
  const shown = new Awareness(new Doc())
  const keys = keysOf(body, crowd)
  const changes = gathered(keys, changesTogether).map(({ at, of }) => ({
    at,
    keys: of.length,
    frame: [...updateFrame(mergeUpdates(of.map(({ change }) => change)))],
  }))
  const carets = gathered(keys, caretsTogether).map(({ at, of }) => {
    for (const { caret } of of) applyAwarenessUpdate(shown, caret, null)
    const clients = [...new Set(of.map(({ client }) => client))]
    return { at, keys: 0, frame: [...awarenessFrame(encodeAwarenessUpdate(shown, clients))] }
  })
  shown.destroy()
  return [...changes, ...carets].sort((a, b) => a.at - b.at)
}

/** One key of one typist, and when it is pressed, in ms from the start. */
interface Key {
  readonly at: number
  readonly client: number
  readonly change: Uint8Array
  readonly caret: Uint8Array
}

function gathered(keys: readonly Key[], together: number): { at: number; of: Key[] }[] {
  const turns = new Map<number, Key[]>()
  for (const key of keys) {
    const at = (Math.floor(key.at / together) + 1) * together
    turns.set(at, [...(turns.get(at) ?? []), key])
  }
  return [...turns].map(([at, of]) => ({ at, of }))
}

function keysOf(body: Doc, crowd: number): Key[] {
  const state = encodeStateAsUpdate(body)
  return Array.from({ length: crowd }, (_, index) => {
    const doc = new Doc()
    applyUpdate(doc, state)
    const paragraphs = paragraphsOf(doc)
    const words = paragraphs[Math.floor((index + 0.5) * (paragraphs.length / crowd))]
    return words ? typed(doc, words, { index, first: (pause * index) / crowd }) : []
  }).flat()
}

function typed(doc: Doc, words: XmlText, { index, first }: { index: number; first: number }): Key[] {
  const keys: Key[] = []
  const awareness = new Awareness(doc)
  let change = new Uint8Array()
  doc.on('update', (update: Uint8Array) => (change = new Uint8Array(update)))
  for (let key = 0; key < keysEach; key++) {
    words.insert(words.length, 'x')
    const at = relativePositionToJSON(createRelativePositionFromTypeIndex(words, words.length, -1)) as unknown
    const user = { id: `m${index}`, name: `Người ${index}` }
    awareness.setLocalState({ cursor: { anchor: at, head: at }, user })
    const caret = encodeAwarenessUpdate(awareness, [doc.clientID])
    keys.push({ at: first + pause * key, client: doc.clientID, change, caret })
  }
  awareness.destroy()
  return keys
}

/** The words of the paragraphs right in the text, but for those that the person at the window types in. */
function paragraphsOf(doc: Doc): XmlText[] {
  return textOf(doc)
    .toArray()
    .flatMap(sheet => (sheet as XmlElement).toArray())
    .flatMap(block => (block instanceof XmlElement && block.nodeName === 'paragraph' ? [block.get(0)] : []))
    .filter((words): words is XmlText => words instanceof XmlText && !words.toJSON().includes('aaaaa'))
}

/** Runs in the page: a timer for each message, as they would come over the port. */
function startTypists(messages: Coming[]): void {
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
  const bring = ({ keys, frame }: Coming): void => {
    const data = Uint8Array.from(frame)
    for (let key = 0; key < keys; key++) coming.push(performance.now())
    window.reportPort.dispatchEvent(new MessageEvent('message', { data }))
    brought.push(data)
  }
  const timers = messages.map(message => setTimeout(() => bring(message), message.at))
  window.stopTypists = () => {
    watch.disconnect()
    // The host has them too, but not while times are taken: in life it is where they come from.
    for (const data of brought) MessagePort.prototype.postMessage.call(window.reportPort, data)
    for (const timer of timers) clearTimeout(timer)
  }
}
