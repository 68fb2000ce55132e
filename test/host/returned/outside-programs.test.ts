import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportReport } from '../../../electron/host/export/export-report'
import { importBytes } from '../../../electron/host/import/import-bytes'
import { readReturned } from '../../../electron/host/import/import-file'
import type { ReturnedFile } from '../../../electron/host/import/returned-bytes'
import { compareContents } from '../../../shared/compare/compare-contents'
import { contentOf } from '../../../shared/compare/content'
import { rowCells } from '../../../shared/indicators/indicator-row'
import { sectionOfBlocks } from '../../../shared/outline/section-of-blocks'
import { blockIdOf, blocksOf, isHeading, isParagraph } from '../../../shared/report/nodes'
import type { Report } from '../../../shared/report/report'
import { toReportJson } from '../../../shared/report/report-json'
import { wordsOf } from '../../../shared/report/text-blocks'
import type { ReturnedEdit, ReturnedEdits } from '../../../shared/returned/returned-edit'
import { returnedEdits } from '../../../shared/returned/returned-edits'
import { toRecords } from '../../../shared/returned/to-records'
import { anchorIndex } from '../../../shared/review/anchor-index'
import { planProposals } from '../../../shared/review/apply-all'
import { editReport } from '../../../shared/review/apply-report'
import { refusedOf } from '../../../shared/review/may-add'
import { ReviewRecord } from '../../../shared/review/record'
import { resolveAnchor } from '../../../shared/review/resolve-anchor'
import { emptyReview } from '../../../shared/review/review-of'
import { docxParts } from '../../support/docx-parts'
import { basicText, runBasic } from '../../support/office-basic'
import { zip } from '../../support/make-docx'
import { needs } from '../../support/oracles'
import { builtEntry, temporaryFolder, type Folder } from '../../support/paper'

// What leaves as a Word file, is edited in another program and comes back, is offered edit by edit.

const isolate = { entry: builtEntry('import-worker.js') }
const path = new URL('../../../resources/sample/bao-cao-mau.docx', import.meta.url)

let folder: Folder
let report: Report
beforeAll(async () => {
  folder = temporaryFolder()
  report = (await importBytes(readFileSync(path), 'bao-cao-mau.docx')).report
  await exportReport(report, { docx: `${folder.path}/out.docx` })
})
afterAll(() => folder.remove())

/** Edits the exported file in LibreOffice by lines of Basic, in which `doc` is the document. */
async function editedBy(name: string, lines: string, commented = ''): Promise<ReturnedFile> {
  const [out, back] = [`${folder.path}/out.docx`, `${folder.path}/${name}.docx`]
  await runBasic(`${helpers}
Sub Work
  Dim doc As Object
  doc = OpenFile(${basicText(out)})
${lines}
  SaveAsWord doc, ${basicText(back)}
  doc.close(True)
End Sub`)
  if (commented === '') return readReturned(back, { isolate })
  const remarked = `${folder.path}/${name} remarked.docx`
  await writeFile(remarked, await withComment(await readFile(back), commented))
  return readReturned(remarked, { isolate })
}

/** As Word writes a comment: Debian's LibreOffice without a window ends at any that a program puts in or opens. */
async function withComment(docx: Uint8Array, about: string): Promise<Uint8Array> {
  const parts = Object.fromEntries(await docxParts(docx))
  const body = parts['word/document.xml'] ?? ''
  const [run = ''] = body.match(new RegExp(`<w:r>(?:(?!</w:r>).)*${about}.*?</w:r>`, 'u')) ?? []
  const [head = '', properties = '', before = '', after = ''] =
    new RegExp(`^<w:r>(<w:rPr>.*?</w:rPr>)?<w:t[^>]*>(.*)${about}(.*)</w:t></w:r>$`, 'u').exec(run) ?? []
  const piece = (text: string) => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
  const marked = `${piece(before)}<w:commentRangeStart w:id="0"/>${piece(about)}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${piece(after)}`
  expect(head).not.toBe('')
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
  return zip({
    ...parts,
    'word/document.xml': body.replace(run, marked),
    'word/comments.xml': `<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="${main}"><w:comment w:id="0" w:author="Trần Văn Bình" w:initials="B" w:date="2026-03-12T08:00:00Z"><w:p><w:r><w:t>Xem lại chỗ này.</w:t></w:r></w:p></w:comment></w:comments>`,
    'word/_rels/document.xml.rels': (parts['word/_rels/document.xml.rels'] ?? '')
      .replace(/<Relationship [^>]*comments[^>]*>/u, '')
      .replace(
        '</Relationships>',
        `<Relationship Id="remarks" Type="${type}" Target="comments.xml"/></Relationships>`,
      ),
    '[Content_Types].xml': (parts['[Content_Types].xml'] ?? '')
      .replace(/<Override [^>]*comments\.xml[^>]*>/u, '')
      .replace(
        '</Types>',
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
      ),
  })
}

const helpers = `Function Find(doc As Object, words As String) As Object
  Dim search As Object
  search = doc.createSearchDescriptor()
  search.SearchString = words
  search.SearchCaseSensitive = True
  Find = doc.findFirst(search)
End Function

Sub Replace(doc As Object, words As String, other As String)
  Dim found As Object
  found = Find(doc, words)
  found.setString(other)
End Sub

Sub AddToNote(doc As Object, index As Integer, words As String)
  Dim note As Object
  note = doc.getFootnotes().getByIndex(index)
  note.insertString(note.getEnd(), words, False)
End Sub

Sub AddParagraph(doc As Object, after As String, words As String)
  Dim at As Object
  at = Find(doc, after).getText().createTextCursorByRange(Find(doc, after))
  at.gotoEndOfParagraph(False)
  at.getText().insertControlCharacter(at, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  at.getText().insertString(at, words, False)
End Sub

Sub SetCell(doc As Object, was As String, now As String)
  Dim tables As Object
  Dim names
  Dim at As Integer
  Dim cellAt As Integer
  tables = doc.getTextTables()
  For at = 0 To tables.getCount() - 1
    names = tables.getByIndex(at).getCellNames()
    For cellAt = 0 To UBound(names)
      If tables.getByIndex(at).getCellByName(names(cellAt)).getString() = was Then
        tables.getByIndex(at).getCellByName(names(cellAt)).setString(now)
      End If
    Next
  Next
End Sub`

/** Of each long paragraph three words in its middle that stand in the file once. */
function phrases(): string[] {
  const texts = [...blocksOf(report.text).map(wordsOf), notesText(), ...Object.values(report.fields)]
  const all = texts.join('\n')
  return blocksOf(report.text).flatMap(block => {
    const words = isParagraph(block) ? (block.firstChild?.text ?? '').split(' ') : []
    const starts = words.map((_, at) => at).slice(5, -6)
    const found = starts.map(at => words.slice(at, at + 3).join(' '))
    return found.find(phrase => /^[\p{L} ]{10,}$/u.test(phrase) && all.split(phrase).length === 2) ?? []
  })
}

const notesText = (): string => [...report.notes.values()].map(({ textContent }) => textContent).join('\n')

const told = (edits: readonly ReturnedEdit[]): string[] =>
  edits.map(edit =>
    edit.kind === 'comment'
      ? `comment ${edit.comment.author}: ${edit.comment.text} (${edit.comment.about})`
      : `${edit.kind === 'listed' ? edit.what : edit.change.kind}: ${edit.before.trim()} > ${edit.after.trim()}`,
  )

const accepted = ({ edits }: ReturnedEdits): Report => {
  const proposals = edits.flatMap(edit => (edit.kind === 'proposal' ? [edit] : []))
  const { taken, left } = planProposals(proposals, anchorIndex(report))
  expect(left).toEqual([])
  return {
    ...report,
    ...editReport(
      report,
      taken.map(({ edit }) => edit),
    ),
  }
}

const back = ({ report: read, marks }: ReturnedFile): ReturnedEdits =>
  returnedEdits(report, read, marks, anchorIndex(report))

test('saved by LibreOffice without an edit it brings nothing', async context => {
  needs(context, 'soffice')
  expect(told(back(await editedBy('same', '')).edits)).toEqual([])
}, 120_000)

/** A figure that no other cell says. */
function loneFigure(): { row: string; words: string } {
  const rows = [...report.indicators.values()].flatMap(table => table.rows)
  const cells = rows.flatMap(row => rowCells.map(cell => row[cell]))
  const row = rows.find(
    ({ result }) => /^\d+,\d$/u.test(result) && cells.filter(cell => cell === result).length === 1,
  )
  if (!row) throw new Error('No figure stands in one cell only')
  return { row: row.id, words: row.result }
}

test('words, notes, cells and a comment, tracked and not, come back in their places', async context => {
  needs(context, 'soffice')
  const before = JSON.stringify(toReportJson(report))
  const [plain = '', commented = '', tracked = '', behind = '', gone = ''] = phrases()
  const { row, words: figure } = loneFigure()
  const file = await editedBy(
    'edited',
    `
  Replace doc, ${basicText(plain)}, "lời văn sửa thẳng"
  AddToNote doc, 0, " Bổ sung ngoài."
  SetCell doc, ${basicText(figure)}, "77,7"
  doc.RecordChanges = True
  Replace doc, ${basicText(tracked)}, "chữ thay được theo dõi"
  AddToNote doc, 2, " Ghi thêm có dấu."
  AddParagraph doc, ${basicText(behind)}, "Một đoạn hoàn toàn mới do đơn vị bổ sung."
  Replace doc, ${basicText(gone)}, ""`,
    commented,
  )
  const returned = back(file)
  const lines = told(returned.edits)
  expect([...lines].sort()).toEqual(
    [
      `words: ${plain} > lời văn sửa thẳng`,
      'words:  > Bổ sung ngoài.',
      `cell: ${figure} > 77,7`,
      `comment Trần Văn Bình: Xem lại chỗ này. (${commented})`,
      `words: ${tracked} > chữ thay được theo dõi`,
      'words:  > Ghi thêm có dấu.',
      'insert-blocks:  > Một đoạn hoàn toàn mới do đơn vị bổ sung.',
      `words: ${gone} > `,
    ].sort(),
  )
  expectPlaces(returned, { plain, commented, tracked, behind, row })
  // What was tracked has its author, what was not has none.
  const byWords = (words: string) =>
    returned.edits.find(edit => edit.kind === 'proposal' && edit.after.trim() === words)
  expect(byWords('lời văn sửa thẳng')).toMatchObject({ tracked: [] })
  expect(byWords('chữ thay được theo dõi')).toMatchObject({ tracked: [{}] })
  expect(byWords('77,7')).toMatchObject({ class: 'figure' })
  // Nothing is in the report before it is accepted.
  expect(JSON.stringify(toReportJson(report))).toBe(before)
  expectEdited(accepted(returned), file.report)
  expectRecords(returned)
}, 120_000)

interface Places {
  readonly plain: string
  readonly commented: string
  readonly tracked: string
  readonly behind: string
  readonly row: string
}

/** Each edit is in the section of the words that it is about. */
function expectPlaces({ edits }: ReturnedEdits, { plain, commented, tracked, behind, row }: Places): void {
  const sections = sectionOfBlocks(report.text)
  const sectionWith = (words: string) => {
    const block = blocksOf(report.text).find(each => !isHeading(each) && wordsOf(each).includes(words))
    return (block && sections.get(blockIdOf(block))) ?? 'report'
  }
  for (const edit of edits) {
    const { target, section } = edit.anchor
    if (edit.kind === 'comment') {
      expect(section).toBe(sectionWith(commented))
      const place = resolveAnchor(edit.anchor, anchorIndex(report))
      expect(place).toMatchObject({ kind: 'found', at: { kind: 'text' } })
      expect(edit.anchor.quote).toBe(commented)
    } else if (target.kind === 'cell') expect(target.row).toBe(row)
    else if (edit.after.startsWith('lời văn')) expect(section).toBe(sectionWith(plain))
    else if (edit.after.startsWith('chữ thay')) expect(section).toBe(sectionWith(tracked))
    else if (edit.after.startsWith('Một đoạn')) {
      const block = target.kind === 'block' ? target.block : ''
      const own = blocksOf(report.text).find(each => blockIdOf(each) === block)
      expect(own && wordsOf(own)).toContain(behind)
    }
  }
}

/** Accepting all gives the text of the file that came back, whatever its ids. */
function expectEdited(now: Report, read: Report): void {
  const still = compareContents(contentOf(now), contentOf(read)).differences
  expect(
    still.map(({ kind, place, parts }) => ({
      kind,
      place: place.kind,
      words: parts.map(({ text }) => text).join(''),
    })),
  ).toEqual([])
}

/** All of it is taken in as one step that the host's rules allow. */
function expectRecords({ edits }: ReturnedEdits): void {
  let made = 0
  const records = toRecords(edits, {
    ...{ author: 'self', now: Date.now(), newId: () => `record-of-test-${++made}` },
    sender: { name: '', unit: 'Sở Nông nghiệp', file: 'gop-y.docx' },
    inWords: ({ after }) => after,
  })
  const review = emptyReview({ self: null, founder: null })
  for (const record of records) expect(ReviewRecord.parse(record)).toEqual(record)
  const adding = {
    audience: 'all',
    member: null,
    review,
    headingsOf: () => [],
    locks: new Set<never>(),
  } as const
  expect(refusedOf(records, { ...adding, now: Date.now() })).toBeNull()
  expect(records.filter(({ kind }) => kind === 'proposal.added')).toHaveLength(7)
  expect(records.find(({ kind }) => kind === 'annotation.added')).toMatchObject({
    text: 'Xem lại chỗ này.',
    from: { name: 'Trần Văn Bình', unit: 'Sở Nông nghiệp', file: 'gop-y.docx' },
  })
}
