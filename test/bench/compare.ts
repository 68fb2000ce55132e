import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { changesOnPaper } from '../../electron/host/comparison/export-changes'
import { writeDocx } from '../../electron/host/export/docx/write-docx'
import { compareReports } from '../../shared/compare/compare-contents'
import { contentOf } from '../../shared/compare/content'
import { printReport } from '../../shared/print/print-report'
import { profileOf } from '../../shared/print/profiles'
import { forEachTextBlock, plainTextOf } from '../../shared/report/text-blocks'
import type { Report } from '../../shared/report/report'
import { schema } from '../../shared/report/schema'
import { hundredEdits } from '../support/known-edits/hundred-edits'
import { basicText, runBasic } from '../support/office-basic'
import { figure, time, type Figure } from './figure'
import { timesLonger } from './sample-report'

/** When `runBasic` stops LibreOffice, in ms. */
const stopped = 180_000
const execute = promisify(execFile)
const profile = profileOf('dang-hd05-2026')

/** A report and the next draft of it: a hundred edits in every copy of it. */
interface Drafts {
  readonly was: Report
  readonly now: Report
}

export async function* measureCompare(sample: Report): AsyncGenerator<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'compare-'))
  for (const [times, aim] of [
    [1, '≤ 30 ms'],
    [5, '≤ 200 ms'],
  ] as const) {
    // Read anew for each run, or what was worked out for one would serve the next.
    const values = await timeFresh(() => drafts(sample, times), compare)
    const texts = await writeTexts(drafts(sample, times), folder)
    const diff = await time(9, () => diffOf(texts))
    yield figure({ name: `compare.${times}x`, values, aim, baseline: { name: 'diff', values: diff } })
    const office = await officeCompare(drafts(sample, times), join(folder, `${times}x`), 1)
    if (office)
      yield figure({
        name: `compare.${times}x.office`,
        values,
        aim,
        baseline: {
          name: office[0] === stopped ? 'LibreOffice compare, stopped' : 'LibreOffice compare',
          values: office,
        },
      })
  }
  yield* measureReport(sample)
}

async function* measureReport(sample: Report): AsyncGenerator<Figure> {
  const write = ({ was, now }: Drafts): Promise<Uint8Array> =>
    writeDocx(
      changesOnPaper(
        { was: { name: 'Dự thảo lần 1', report: was }, now: { name: 'Dự thảo lần 2', report: now } },
        new Date(),
      ),
    )
  const values = await timeFresh(() => drafts(sample, 1), write)
  yield figure({ name: 'compare.report.docx', values, aim: '≤ 1000 ms' })
}

const compare = ({ was, now }: Drafts): unknown => compareReports(was, now)

/** Milliseconds of a work on things that nobody has looked at. */
async function timeFresh(make: () => Drafts, work: (drafts: Drafts) => unknown): Promise<number[]> {
  const fresh = Array.from({ length: 11 }, make)
  return time(9, run => work(fresh[run + 2]!), { warmUp: 2 })
}

function drafts(sample: Report, times: number): Drafts {
  const { content } = hundredEdits(contentOf(sample), 1)
  const text = schema.node('report', null, [schema.node('sheet', null, content.blocks)])
  return {
    was: timesLonger(sample, times),
    now: timesLonger({ ...sample, ...content, fields: sample.fields, text }, times),
  }
}

interface Files {
  readonly was: string
  readonly now: string
}

async function writeTexts({ was, now }: Drafts, folder: string): Promise<Files> {
  const files = { was: join(folder, 'was.txt'), now: join(folder, 'now.txt') }
  await writeFile(files.was, textOf(was))
  await writeFile(files.now, textOf(now))
  return files
}

function textOf({ text }: Report): string {
  const lines: string[] = []
  forEachTextBlock(text, block => void lines.push(plainTextOf(block)))
  return `${lines.join('\n')}\n`
}

/** It ends with 1 where the texts differ. */
const diffOf = async ({ was, now }: Files): Promise<void> => {
  await execute('diff', [was, now], { maxBuffer: 1e8 }).catch((error: unknown) => {
    if ((error as { code?: number }).code !== 1) throw error
  })
}

/** LibreOffice's "Compare Document" of the two Word files, the files already open; null where it is not installed. */
async function officeCompare(
  { was, now }: Drafts,
  folder: string,
  runs: number,
): Promise<readonly number[] | null> {
  const installed = await execute('soffice', ['--version']).then(
    () => true,
    () => false,
  )
  if (!installed) return null
  await mkdir(folder)
  const files = {
    was: join(folder, 'was.docx'),
    now: join(folder, 'now.docx'),
    took: join(folder, 'took.txt'),
  }
  await writeFile(files.was, await writeDocx(printReport(was, profile)))
  await writeFile(files.now, await writeDocx(printReport(now, profile)))
  try {
    await runBasic(officeProgram(files, runs))
  } catch (error) {
    // On two long texts it may not come to an end before it is stopped.
    if ((error as { killed?: boolean }).killed) return [stopped]
    throw error
  }
  const lines = (await readFile(files.took, 'utf8'))
    .trim()
    .split('\n')
    .map(line => line.split(' ').map(Number))
  if (lines.some(([, marks = 0]) => marks === 0)) throw new Error('LibreOffice found no change')
  return lines.map(([took = 0]) => took)
}

const officeProgram = (
  { was, now, took }: Files & { readonly took: string },
  runs: number,
): string => `Sub Work
  Dim run As Integer, file As Integer, begun As Long, ended As Long, marks As Long
  Dim doc As Object, dispatcher As Object, each As Object
  Dim options(1) As New com.sun.star.beans.PropertyValue
  options(0).Name = "URL"
  options(0).Value = ConvertToURL(${basicText(was)})
  options(1).Name = "NoAcceptDialog"
  options(1).Value = True
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For run = 1 To ${runs}
    doc = OpenFile(${basicText(now)})
    begun = GetSystemTicks()
    dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:CompareDocuments", "", 0, options())
    ended = GetSystemTicks()
    marks = 0
    each = doc.Redlines.createEnumeration()
    Do While each.hasMoreElements()
      each.nextElement()
      marks = marks + 1
    Loop
    file = FreeFile
    Open ${basicText(took)} For Append As #file
    Print #file, CStr(ended - begun) & " " & CStr(marks)
    Close #file
    doc.close(True)
  Next run
End Sub`
