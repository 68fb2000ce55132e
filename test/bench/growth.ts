import { statSync } from 'node:fs'
import { join } from 'node:path'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlText } from 'yjs'
import { createReportFile } from '../../electron/host/store/report-file'
import { openReportStore } from '../../electron/host/store/report-store'
import type { Report } from '../../shared/report/report'
import { readReport } from '../../shared/sync/read-report'
import { randomFrom } from '../support/random'
import { blocksIn } from '../support/shared-blocks'
import { figure, type Figure } from './figure'

const [edits, people] = [30_000, 5]

/** How large the file is after five people have typed for days, beside the words in it. */
export function* measureGrowth(sample: Report, folder: string): Generator<Figure> {
  const path = join(folder, 'growth.duthao')
  createReportFile(path, sample)
  const store = openReportStore(path)
  const random = randomFrom(1)
  const writers = Array.from({ length: people }, () => writerOf(store.body))
  for (let edit = 0; edit < edits; edit++) {
    const writer = writers[edit % people]!
    writer.type(random)
    if (edit % 50 >= people) continue
    applyUpdate(store.body, encodeStateAsUpdate(writer.doc, encodeStateVector(store.body)))
    applyUpdate(writer.doc, encodeStateAsUpdate(store.body, encodeStateVector(writer.doc)))
    store.flush()
  }
  for (const { doc } of writers)
    applyUpdate(store.body, encodeStateAsUpdate(doc, encodeStateVector(store.body)))
  const words = Buffer.byteLength(JSON.stringify(wordsOf(readReport(store.body))))
  store.close()
  yield figure({
    name: `host.file.${edits}-edits`,
    values: [statSync(path).size / 1e6],
    unit: 'MB',
    baseline: { name: 'the words in it, UTF-8', values: [words / 1e6] },
    aim: '≤ 2.5 times the text',
  })
}

const wordsOf = ({ fields, text, notes, indicators, options }: Report): unknown => [
  Object.values(fields),
  text.textBetween(0, text.content.size, '\n'),
  [...notes.values()].map(note => note.textContent),
  [...indicators.values()].map(({ title, columns, rows }) => [
    title,
    Object.values(columns),
    rows.map(Object.values),
  ]),
  [...options.values()].map(({ name, wordings }) => [name, wordings.map(({ body }) => body.textContent)]),
]

/** Types on at one place for a while, mostly letters and now and then Backspace, then goes elsewhere. */
function writerOf(body: Doc): { doc: Doc; type: (random: () => number) => void } {
  const doc = new Doc()
  applyUpdate(doc, encodeStateAsUpdate(body))
  let words: XmlText | undefined
  let at = 0
  const move = (random: () => number): void => {
    const texts = blocksIn(doc).flatMap(({ element }) =>
      element.toArray().filter((child): child is XmlText => child instanceof XmlText),
    )
    words = texts[Math.floor(random() * texts.length)]
    at = Math.floor(random() * ((words?.length ?? 0) + 1))
  }
  return {
    doc,
    type: random => {
      if (!words || random() < 0.02) move(random)
      if (!words) return
      at = Math.min(at, words.length)
      if (random() < 0.12 && at > 0) words.delete(--at, 1)
      else words.insert(at++, random() < 0.2 ? ' ' : 'ế')
    },
  }
}
