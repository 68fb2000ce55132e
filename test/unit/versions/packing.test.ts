import { expect, test } from 'vitest'
import { applyDelta, deltaOf } from '../../../electron/host/versions/delta'
import { decodePart, encodePart, nameOf } from '../../../electron/host/versions/part-codec'
import { Parts } from '../../../electron/host/versions/parts'
import { restoreFile, storeFile } from '../../../electron/host/versions/stored-file'
import { packPdf, repackPdf, unpackPdf } from '../../../electron/host/versions/unpack-pdf'
import { packZip, unpackZip } from '../../../electron/host/versions/unpack-zip'
import { pack } from '../../../electron/host/versions/segments'
import { writeDocx } from '../../../electron/host/export/docx/write-docx'
import { printReport } from '../../../shared/print/print-report'
import { profileOf } from '../../../shared/print/profiles'
import { fullReport } from '../../support/full-report'
import { randomFrom } from '../../support/random'

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const docx = async (): Promise<Uint8Array> => {
  const report = fullReport()
  return writeDocx(printReport(report, profileOf(report.fields.profile)))
}

/** A small PDF in the manner of Typst's. */
function pdfOf(page: string, title = 'Tên'): Uint8Array {
  const content = pack({ kind: 'zlib', bytes: bytesOf(page) })
  const stream = Buffer.from(content).toString('latin1')
  return bytesOf(
    `%PDF-1.7\n\n1 0 obj\n<<\n  /Kids [2 0 R]\n>>\nendobj\n\n2 0 obj\n<<\n  /Parent 1 0 R\n  /Title (${title})\n>>\nendobj\n\n` +
      `3 0 obj\n<<\n  /Length ${content.length}\n  /Filter /FlateDecode\n>>\nstream\n${stream}\nendstream\nendobj\n\n` +
      `xref\n0 4\nsomething\ntrailer\n<<\n  /Size 4\n  /Root 1 0 R\n>>\nstartxref\n17\n%%EOF`,
  )
}

test('a difference and what it is one to give the text again, for random edits of random texts', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = randomFrom(seed)
    const some = (most: number): string =>
      Array.from({ length: Math.floor(random() * most) }, () => 'abcđêf \n'[Math.floor(random() * 8)]).join(
        '',
      )
    const base = Buffer.from(some(4000))
    let target = base.toString()
    for (let edit = 0; edit < 6; edit++) {
      const at = Math.floor(random() * target.length)
      target = target.slice(0, at) + some(60) + target.slice(at + Math.floor(random() * 200))
    }
    const wanted = Buffer.from(seed % 5 === 0 ? some(3000) : target)
    expect(Buffer.from(applyDelta(base, deltaOf(base, wanted)))).toEqual(wanted)
  }
})

test('a long text with one changed word is kept as a few bytes beside the one before', () => {
  const random = randomFrom(4)
  const base = Buffer.from(Array.from({ length: 20_000 }, () => String(random())).join(' '))
  const target = Buffer.from(base.toString().replace('0.5', '0,5 %'))
  const kept = encodePart(target, { name: nameOf(base), content: base })
  expect(kept.length).toBeLessThan(200)
  expect(Buffer.from(decodePart(kept, () => base))).toEqual(target)
})

test('damaged differences are refused, and take no more memory than they say', () => {
  const base = Buffer.from('một đoạn văn dài vừa đủ để chép lại, một đoạn văn dài vừa đủ để chép lại')
  const delta = deltaOf(base, Buffer.from(`${base.toString()} và thêm`))
  for (let at = 0; at < delta.length; at++)
    for (const change of [1, 128, 255]) {
      const damaged = Uint8Array.from(delta)
      damaged[at] = (damaged[at] ?? 0) ^ change
      try {
        expect(applyDelta(base, damaged).length).toBeLessThan(1_000_000)
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
      }
    }
})

test('a Word file is unpacked and packed again to the same bytes', async () => {
  const file = await docx()
  const unpacked = unpackZip(file)
  expect(Buffer.from(unpacked ?? []).toString()).toContain('<w:document')
  expect(Buffer.compare(packZip(unpacked!), file)).toBe(0)
})

test('packing gives the bytes that it gave when the first draft was frozen: else no draft could be given back', () => {
  const words = bytesOf('Tốc độ tăng trưởng bình quân đạt 13,9 phần trăm. '.repeat(40))
  expect(nameOf(pack({ kind: 'deflate', bytes: words }))).toMatchInlineSnapshot(
    `"7a1b8e8d73628ac086bc0bb2a8d22208425cb4d36c27a733fd219cfb9504033a"`,
  )
  expect(nameOf(pack({ kind: 'zlib', bytes: words }))).toMatchInlineSnapshot(
    `"b034b46d399dbf618753d40d5bc6a7f17dcafbd500dcf2363f5fe6193e1c368f"`,
  )
})

test('a PDF is the same once it was packed by us, and unpacked to its pages as they were written', () => {
  const repacked = repackPdf(pdfOf('BT (Muc) Tj ET '.repeat(50)))!
  expect(repackPdf(repacked)).toEqual(repacked)
  const unpacked = unpackPdf(repacked)!
  expect(Buffer.from(unpacked).toString('latin1')).toContain('BT (Muc) Tj ET BT')
  expect(packPdf(unpacked)).toEqual(repacked)
})

test('the table of a packed PDF names the place of each object, and its end the place of the table', () => {
  const text = Buffer.from(repackPdf(pdfOf('BT ET'))!).toString('latin1')
  const table = Number(/startxref\n(\d+)/.exec(text)?.[1])
  const lines = text.slice(table).split('\r\n').slice(1, 4)
  expect(lines.map(line => text.slice(Number(line.slice(0, 10))).slice(0, 8))).toEqual([
    '1 0 obj\n',
    '2 0 obj\n',
    '3 0 obj\n',
  ])
})

test.each([
  ['no PDF', Buffer.from('xin chào')],
  ['a PDF whose words look like our own references', repackPdf(pdfOf('BT ET', '@4 R'))!],
  ['a PDF that is cut off', pdfOf('BT ET').subarray(0, 150)],
])('%s is kept as it is', (_name, bytes) => {
  const parts = new Parts(new Map())
  const stored = storeFile(bytes, 'pdf', parts, null)
  expect(stored.packing).toBe('none')
  expect(Buffer.from(restoreFile(stored, parts))).toEqual(Buffer.from(bytes))
})
