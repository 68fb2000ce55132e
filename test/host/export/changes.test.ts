import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changesBetween } from '../../../electron/host/comparison/compared'
import { changesOnPaper } from '../../../electron/host/comparison/export-changes'
import { writeDocx } from '../../../electron/host/export/docx/write-docx'
import { importBytes } from '../../../electron/host/import/import-bytes'
import { contentOf } from '../../../shared/compare/content'
import { blocksOf } from '../../../shared/report/nodes'
import type { Report } from '../../../shared/report/report'
import { schema } from '../../../shared/report/schema'
import { hundredEdits } from '../../support/known-edits/hundred-edits'
import { openXmlErrors } from '../../support/oracles'

const path = new URL('../../../resources/sample/bao-cao-mau.docx', import.meta.url)

test('the report of changes is a sound Word file that says every figure, note and section of its list', async () => {
  const { report } = await importBytes(readFileSync(path), 'bao-cao-mau.docx')
  const { content } = hundredEdits(contentOf(report), 1)
  const text = schema.node('report', null, [schema.node('sheet', null, content.blocks)])
  const now: Report = { ...report, ...content, fields: content.fields ?? report.fields, text }
  const compared = {
    was: { name: 'Dự thảo lần 1', report },
    now: { name: 'Dự thảo lần 2', report: now },
  }
  const file = await writeDocx(changesOnPaper(compared, new Date(2026, 2, 1)))
  const folder = mkdtempSync(join(tmpdir(), 'changes-'))
  try {
    writeFileSync(join(folder, 'report.docx'), file)
    expect(await openXmlErrors(join(folder, 'report.docx'))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }

  const list = changesBetween(compared)
  const read = (await importBytes(file, 'báo cáo thay đổi.docx')).report
  const words = bare(
    blocksOf(read.text)
      .map(block => block.textContent)
      .join(' '),
  )
  expect(list.figures.length).toBeGreaterThan(10)
  for (const { before, after, where, quote } of list.figures)
    for (const said of [before, after, where, quote]) expect(words).toContain(bare(said))
  for (const { place, edits, kind } of list.changes)
    if (place.subject === 'paragraph' && kind === 'words')
      for (const { before, after } of edits)
        for (const said of [before, after]) expect(words).toContain(bare(said))
  for (const { place } of list.changes)
    if (place.subject === 'paragraph') expect(words).toContain(bare(place.section?.title ?? '').slice(0, 30))
  for (const { before, after, state } of list.notes)
    if (state !== 'changed') expect(words).toContain(bare(after ?? before ?? ''))
  expect(words).toContain(bare(`có ${list.summary.changes} chỗ thay đổi`))
})

const bare = (text: string): string => text.replaceAll('\ufffc', '').replace(/\s+/gu, '')
