import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { writeDocx } from '../../electron/host/export/docx/write-docx'
import { closePdf, compilePdf } from '../../electron/host/export/pdf/compile-pdf'
import { writeTypst } from '../../electron/host/export/pdf/write-typst'
import { importBytes } from '../../electron/host/import/import-bytes'
import { importFile } from '../../electron/host/import/import-file'
import { Failure } from '../../shared/ipc/failure'
import { profileOf } from '../../shared/print/profiles'
import { printReport } from '../../shared/print/print-report'
import type { Report } from '../../shared/report/report'
import { refusedFiles } from '../support/hostile-files'
import { convertWithOffice, findOracle } from '../support/oracles'
import { figure, time, type Figure } from './figure'
import { sampleDocx } from './sample-report'

const execute = promisify(execFile)
const built = (name: string) => fileURLToPath(new URL(`../../.build/node/${name}.js`, import.meta.url))
const profile = profileOf('dang-hd05-2026')

/** Import and export, beside the programs that offices and typists use. Needs a build. */
export async function* measureFiles(sample: Report): AsyncGenerator<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    yield* measureImport(folder)
    yield* measureRefusals(folder)
    yield* measureDocx(sample)
    yield* measurePdf(sample, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* measureImport(folder: string): AsyncGenerator<Figure> {
  const bytes = await readFile(sampleDocx)
  yield figure({
    name: 'import.docx.in-process',
    values: await time(10, () => importBytes(bytes, sampleDocx)),
  })
  const out = join(folder, 'import.duthao')
  const ours = await time(5, async () => {
    await rm(out, { force: true })
    await execute(process.execPath, [built('cli'), 'import', sampleDocx, '-o', out])
  })
  const pandoc = () => time(5, () => execute('pandoc', [sampleDocx, '-t', 'json'], { maxBuffer: 1e8 }))
  const beside = findOracle('pandoc') ? { baseline: { name: 'pandoc -t json', values: await pandoc() } } : {}
  yield figure({ name: 'import.docx.command', values: ours, ...beside })
}

/** Every hostile file once, through a process of its own as in the program; told is the slowest to be refused. */
async function* measureRefusals(folder: string): AsyncGenerator<Figure> {
  const path = join(folder, 'hostile.docx')
  let slowest = { file: '', ms: 0 }
  for (const [file, [make]] of Object.entries(refusedFiles)) {
    await writeFile(path, await make())
    const [ms = 0] = await time(1, () => refusalOf(path), { warmUp: 0 })
    if (ms > slowest.ms) slowest = { file, ms }
  }
  yield figure({ name: `import.refused.slowest (${slowest.file})`, values: [slowest.ms], aim: '≤ 2000 ms' })
}

async function refusalOf(path: string): Promise<Failure> {
  try {
    await importFile(path, { isolate: { entry: built('import-worker') } })
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('A hostile file was read')
}

async function* measureDocx(sample: Report): AsyncGenerator<Figure> {
  const first = await time(1, () => writeDocx(printReport(sample, profile)), { warmUp: 0 })
  yield figure({ name: 'export.docx.first', values: first, aim: '≤ 600 ms for 45 pages' })
  const values = await time(7, () => writeDocx(printReport(sample, profile)))
  yield figure({ name: 'export.docx', values, aim: '≤ 600 ms for 45 pages' })
}

async function* measurePdf(sample: Report, folder: string): AsyncGenerator<Figure> {
  const typst = writeTypst(printReport(sample, profile))
  const entry = built('pdf-worker')
  const cold = await time(3, () => compilePdf(typst, { entry, keep: false }), { warmUp: 0 })
  await compilePdf(typst, { entry, keep: true })
  const warm = await time(5, run =>
    compilePdf(typst.replace('2020', String(2021 + run)), { entry, keep: true }),
  )
  closePdf()
  const office = await timeOffice(sample, folder)
  yield figure({ name: 'export.pdf.cold', values: cold, aim: '≤ 2500 ms', ...office })
  yield figure({ name: 'export.pdf.warm', values: warm, aim: '≤ 500 ms', ...office })
}

async function timeOffice(sample: Report, folder: string) {
  if (!findOracle('soffice')) return {}
  const docx = join(folder, 'office.docx')
  await writeFile(docx, await writeDocx(printReport(sample, profile)))
  const values = await time(2, () => convertWithOffice(docx, 'pdf', folder), { warmUp: 1 })
  return { baseline: { name: 'LibreOffice, same DOCX', values } }
}
