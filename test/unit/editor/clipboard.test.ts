// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { cleanHtml } from '../../../renderer/editor/clipboard/clean-html'
import type { TableId } from '../../../shared/report/ids'
import { noteIdOf } from '../../../shared/report/nodes'
import { noteRefsIn } from '../../../shared/numbering/number-notes'
import { schema } from '../../../shared/report/schema'
import { heading, item, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import { caretAt, press, select, shape, writer, type Writer } from '../../support/writers'

const fragment = (body: string): string =>
  `<html><body><!--StartFragment-->${body}<!--EndFragment--></body></html>`
const open = () => writer(1, report({ text: text(sheet(paragraph('Trước'), paragraph(''))) }))

/** What the browser tells of the clipboard. */
function pasteEvent(html: string, plain: string): ClipboardEvent {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  const clipboardData = { getData: (type: string) => (type === 'text/html' ? html : plain), files: [] }
  return Object.assign(event, { clipboardData }) as unknown as ClipboardEvent
}

const paste = ({ view }: Writer, html: string, plain = ''): unknown =>
  view.dom.dispatchEvent(pasteEvent(html, plain))

function copy({ view }: Writer): { html: string; plain: string } {
  const { dom, text: plain } = view.serializeForClipboard(view.state.selection.content())
  return { html: dom.innerHTML, plain }
}

const notesOf = (who: Writer): string[] =>
  who.view.state.doc.content.content
    .flatMap(each => [...noteRefsIn(each)])
    .map(id => who.session.note(id)?.textContent ?? '(mất)')

// Written in the manner of Word: lists are paragraphs whose mark is a span to ignore.
const fromWord = fragment(`
<h1><span style='mso-list:Ignore'>I.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><b>Kết quả</b></h1>
<p class=MsoNormal style='text-align:center'><b style='mso-bidi-font-weight:normal'>Thu</b> ngân
sách<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>Thép</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span><![endif]>Xi măng</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Đạt 90%<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a> kế hoạch</p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Theo <i>báo cáo</i> ngành</p></div></div>`)

test('paste from Word keeps headings, lists and real footnotes, and drops drawn numbers', () => {
  const who = open()
  caretAt(who, '')
  paste(who, fromWord)
  expect(shape(who)).toBe(
    'Trước / part: Kết quả / Thu ngân sách / number) Thép / bullet) Xi măng / Đạt 90% kế hoạch',
  )
  expect(notesOf(who)).toEqual(['Theo báo cáo ngành'])
  const thu = who.view.state.doc.firstChild?.child(2)
  expect(thu?.attrs['align']).toBe('center')
  expect(thu?.firstChild?.marks.map(mark => mark.type.name)).toEqual(['strong'])
  press(who, 'Mod-z')
  expect(shape(who)).toBe('Trước / ')
  expect(who.session.report().notes.size).toBe(0)
})

test('footnotes of LibreOffice and Google Docs become real notes', () => {
  const libre = `<p>Đạt<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> rồi</p>
    <div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Nguồn một</p></div>`
  const google = `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Đạt</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>
    <div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Nguồn hai</span></p></div></b>`
  for (const [html, words] of [
    [libre, 'Nguồn một'],
    [google, 'Nguồn hai'],
  ] as const) {
    const who = open()
    caretAt(who, '')
    paste(who, html)
    expect(notesOf(who)).toEqual([words])
  }
  expect(cleanHtml(google)).toMatch(/^<p><strong>Đạt<\/strong><sup data-note/)
})

test('paste from a browser keeps structure and marks and nothing else', () => {
  const html = `<div class="x" style="color:red"><h2 onclick="x()">II- Nhiệm vụ</h2><script>x()</script>
    <div>Dòng <font face="VNI">chữ</font> <span style="font-style:italic">nghiêng</span></div>
    <ol start="3"><li>Ba</li><li><p>Bốn</p></li></ol><ul><li>Chấm</li></ul><img src="x"></div>`
  expect(cleanHtml(html)).toBe(
    '<h2>Nhiệm vụ</h2><p>Dòng chữ <em>nghiêng</em></p>' +
      '<p data-list="number" data-start="3">Ba</p><p data-list="number">Bốn</p><p data-list="bullet">Chấm</p>',
  )
})

test('pasted text is precomposed and typed marks of bullets become list items', () => {
  expect(cleanHtml('<p>- tie\u0302\u0301ng</p>')).toBe('<p data-list="bullet">tiếng</p>')
})

test('words copied out of a line are pasted into the line', () => {
  const who = open()
  caretAt(who, 'Trước', -0)
  paste(who, '<meta charset="utf-8"><span style="font-weight:bold"> hết</span>')
  expect(shape(who)).toBe('Trước hết / ')
})

test('a table from Excel becomes a general table with its spans, and every cell can be written in', () => {
  const who = open()
  caretAt(who, '')
  paste(
    who,
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0><tr><td colspan=2>Chỉ tiêu</td></tr><tr><td>Thu</td><td align=right></td></tr></table></body></html>`,
  )
  const table = who.view.state.doc.firstChild?.content.content.find(
    block => block.type === schema.nodes['table'],
  )
  expect(table?.toString()).toBe(
    'table(table_row(table_cell(paragraph("Chỉ tiêu"))), table_row(table_cell(paragraph("Thu")), table_cell(paragraph)))',
  )
  expect(table?.firstChild?.firstChild?.attrs['colspan']).toBe(2)
  expect(table?.attrs['id']).not.toBe('')
})

test('lines of cells as plain text become a table, and with Ctrl+Shift+V lines', () => {
  const who = open()
  caretAt(who, '')
  paste(who, '', 'Thu\t90\nChi\t80')
  expect(shape(who)).toContain('table')
  const plain = open()
  caretAt(plain, '')
  plain.view.pasteText('Thu\t90\nChi\t80', pasteEvent('', ''))
  expect(shape(plain)).toBe('Trước / Thu 90 / Chi 80')
})

const withNotes = () =>
  writer(
    1,
    report({
      text: text(
        sheet(heading('roman', 'Kết quả', 'h'), item('number', 'Thu đạt', noteRef('n1'))),
        sheet(paragraph('Sau')),
      ),
      notes: { n1: note('Nguồn') },
    }),
  )

test('copied text carries the computed numbers for other programs', () => {
  const who = withNotes()
  select(who, ['Kết quả', 0], ['Sau', 3])
  const { html, plain } = copy(who)
  expect(plain).toBe('I- Kết quả\n1. Thu đạt[1]\nSau')
  expect(html).toContain('<span data-drawn="">I- </span>')
  expect(html).toContain('mso-element:footnote-list')
  expect(html).not.toContain('class="sheet"')
})

test('a copied note mark is pasted with a note of its own', () => {
  const who = withNotes()
  select(who, ['Kết quả', 0], ['Thu đạt', 8])
  const { html } = copy(who)
  caretAt(who, 'Sau', -0)
  paste(who, html)
  expect(shape(who)).toBe('roman: Kết quả / number) Thu đạt | SauKết quả / number) Thu đạt')
  expect(notesOf(who)).toEqual(['Nguồn', 'Nguồn'])
  expect(who.session.report().notes.size).toBe(2)
})

test('a cut and pasted note mark keeps its note', () => {
  const who = withNotes()
  select(who, ['Thu đạt', 7], ['Thu đạt', 8])
  const { html } = copy(who)
  press(who, 'Backspace')
  expect(notesOf(who)).toEqual([])
  caretAt(who, 'Sau', -0)
  paste(who, html)
  const ref = who.view.state.doc.child(1).firstChild?.lastChild
  expect(ref && noteIdOf(ref)).toBe('n1')
  expect(who.session.report().notes.size).toBe(1)
})

test('a note mark from another report brings its words along', () => {
  const from = withNotes()
  select(from, ['Thu đạt', 0], ['Thu đạt', 8])
  const { html } = copy(from)
  const into = open()
  caretAt(into, '')
  paste(into, html)
  expect(notesOf(into)).toEqual(['Nguồn'])
})

test('a copied indicator table is pasted with rows of its own', () => {
  const who = writer(
    1,
    report({
      text: text(sheet(paragraph('Một'), schema.node('indicator_table', { id: 't' }), paragraph('Hai'))),
      indicators: new Map([
        [
          't' as TableId,
          {
            id: 't' as TableId,
            title: 'Bảng',
            columns: { name: 'a', unit: 'b', base: 'c', target: 'd', result: 'e', remark: 'f' },
            rows: [],
          },
        ],
      ]),
    }),
  )
  select(who, ['Một', 0], ['Hai', 3])
  const { html } = copy(who)
  caretAt(who, 'Hai', -0)
  paste(who, html)
  expect([...who.session.indicators().values()].map(table => table.title)).toEqual(['Bảng', 'Bảng'])
})
