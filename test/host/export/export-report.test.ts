import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportReport, prepareExport, type ExportProgress } from '../../../electron/host/export/export-report'
import { closePdf } from '../../../electron/host/export/pdf/compile-pdf'
import { writeFileWhole } from '../../../electron/host/export/write-file'
import { paragraph, report, sheet, text } from '../../support/build-report'
import { fullReport, longReport } from '../../support/full-report'
import { builtEntry, temporaryFolder, type Folder } from '../../support/paper'

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => {
  closePdf()
  folder.remove()
})

const isolate = { entry: builtEntry('pdf-worker.js') }
const at = (name: string) => join(folder.path, name)

test('a report goes out as DOCX and PDF, and nothing else is left in the folder', async () => {
  const steps: ExportProgress[] = []
  const result = await exportReport(fullReport(), {
    docx: at('báo cáo.docx'),
    pdf: at('báo cáo.pdf'),
    isolate,
    onProgress: progress => steps.push(progress),
  })
  expect(result).toEqual({ paths: [at('báo cáo.docx'), at('báo cáo.pdf')], warnings: [] })
  expect(readdirSync(folder.path).sort()).toEqual(['báo cáo.docx', 'báo cáo.pdf'])
  expect(readFileSync(at('báo cáo.docx')).subarray(0, 2).toString()).toBe('PK')
  expect(readFileSync(at('báo cáo.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  expect(steps.map(({ step, done, of }) => `${step} ${done}/${of}`)).toEqual([
    'Dàn trang 0/3',
    'Ghi tệp Word 1/3',
    'Tạo tệp PDF 2/3',
  ])
})

test('letters that the font lacks are printed as a box and told', async () => {
  const draft = report({ text: text(sheet(paragraph('Vui 🙂 và 中.'))) })
  const { warnings } = await exportReport(draft, { pdf: at('a.pdf'), isolate })
  expect(warnings).toEqual([
    { code: 'missing-letters', message: expect.stringContaining('“🙂”, “中”') as string },
  ])
})

test('an export that is cancelled while the PDF is made leaves both old files', async () => {
  writeFileSync(at('a.docx'), 'cũ')
  writeFileSync(at('a.pdf'), 'cũ')
  const cancelling = new AbortController()
  const exported = exportReport(longReport(), {
    docx: at('a.docx'),
    pdf: at('a.pdf'),
    isolate,
    signal: cancelling.signal,
    onProgress: ({ step }) => {
      if (step === 'Tạo tệp PDF') setTimeout(() => cancelling.abort(), 50)
    },
  })
  await expect(exported).rejects.toMatchObject({ code: 'cancelled' })
  expect([readFileSync(at('a.docx'), 'utf8'), readFileSync(at('a.pdf'), 'utf8')]).toEqual(['cũ', 'cũ'])
  expect(readdirSync(folder.path)).toHaveLength(2)
})

test('a PDF that cannot be made leaves the old Word file too', async () => {
  writeFileSync(at('a.docx'), 'cũ')
  const broken = { entry: at('no-such-worker.js') }
  await expect(
    exportReport(fullReport(), { docx: at('a.docx'), pdf: at('a.pdf'), isolate: broken }),
  ).rejects.toThrow()
  expect(readFileSync(at('a.docx'), 'utf8')).toBe('cũ')
})

test('a folder that is not there, or a folder in place of a file, is refused in words', async () => {
  await expect(writeFileWhole(at('không/có/a.docx'), new Uint8Array(1))).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('thư mục') as string,
  })
  mkdirSync(at('a.docx'))
  await expect(writeFileWhole(at('a.docx'), new Uint8Array(1))).rejects.toMatchObject({ code: 'not-allowed' })
  expect(readdirSync(folder.path)).toEqual(['a.docx'])
})

test('a write that is cancelled before its last step leaves the old file and no other', async () => {
  writeFileSync(at('a.pdf'), 'cũ')
  await expect(writeFileWhole(at('a.pdf'), new Uint8Array(9), AbortSignal.abort())).rejects.toMatchObject({
    code: 'cancelled',
  })
  expect(readFileSync(at('a.pdf'), 'utf8')).toBe('cũ')
  expect(readdirSync(folder.path)).toEqual(['a.pdf'])
})

test('a PDF that was set ahead comes sooner, and is the same', async () => {
  const time = async (keep: boolean) => {
    const start = performance.now()
    await exportReport(longReport(40), { pdf: at('a.pdf'), isolate: { ...isolate, keep } })
    return { took: performance.now() - start, pdf: readFileSync(at('a.pdf')) }
  }
  const cold = await time(false)
  await prepareExport(longReport(39), { isolate })
  const warm = await time(true)
  expect(warm.took).toBeLessThan(cold.took)
  expect(warm.pdf.equals(cold.pdf)).toBe(true)
  expect(existsSync(at('a.pdf'))).toBe(true)
})
