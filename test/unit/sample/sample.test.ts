import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { expect, test } from 'vitest'
import { readSource } from '../../support/sample/read-source'
import { sampleParts } from '../../support/sample/sample-docx'
import { notesOf, sampleText } from '../../support/sample/sample-text'

const read = (name: string) => readFileSync(new URL(`../../../resources/sample/${name}`, import.meta.url))
const blocks = readSource()

test('the sample files are what their source makes (npx vite-node test/support/sample/make-sample.ts)', async () => {
  expect(read('bao-cao-mau.txt').toString()).toBe(sampleText(blocks))
  expect(await unzip(read('bao-cao-mau.docx'))).toEqual(sampleParts(blocks))
})

test('the sample has the shape of a real report', () => {
  const count = (level: number) =>
    blocks.filter(block => block.kind === 'heading' && block.level === level).length
  const rows = blocks.filter(block => block.kind === 'row').map(block => block.row)
  expect([1, 2, 3, 4, 5].map(count)).toEqual([2, 4, 21, 43, 5])
  expect(notesOf(blocks)).toHaveLength(50)
  expect(['A', 'R', '1', 's'].map(kind => rows.filter(row => row === kind).length)).toEqual([2, 3, 23, 12])
  expect(blocks.filter(block => block.kind === 'target')).toHaveLength(17)
})

test('figures of the table stand in the text as well', () => {
  const prose = blocks
    .flatMap(block => ('pieces' in block ? block.pieces : []))
    .map(piece => Object.values(piece).join(''))
  const words = prose.join(' ')
  const results = blocks.flatMap(block => (block.kind === 'row' ? block.cells.slice(4, 5) : []))
  const unstated = results.filter(result => result !== '' && !words.includes(result))
  expect(unstated).toEqual([])
})

async function unzip(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await promisify<Buffer, object, ZipFile>(fromBuffer as never)(bytes, { lazyEntries: true })
  const open = promisify(
    zip.openReadStream.bind(zip) as (
      entry: Entry,
      done: (error: Error | null, stream: NodeJS.ReadableStream) => void,
    ) => void,
  )
  const parts: Record<string, string> = {}
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      void open(entry).then(async stream => {
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk as Buffer)
        parts[entry.fileName] = Buffer.concat(chunks).toString()
        zip.readEntry()
      }, reject)
    })
    zip.on('end', () => resolve(parts))
    zip.readEntry()
  })
}
