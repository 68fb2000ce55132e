// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EditorView } from 'prosemirror-view'
import { drawProposals, type ProposalMark } from '../../../renderer/editor/review/proposal-marks'
import { readReport } from '../../../shared/sync/read-report'
import { paragraph, report, sheet, text } from '../../support/build-report'
import { caretAt, press, select, type, writer, type Writer } from '../../support/writers'

/* A column of paragraphs, each 100 px high, in sheets of 20; the window shows 768 px of it. */
const height = 100
const count = 100
const words = (at: number) => `Đoạn thứ ${at}.`

let who: Writer
let scroller: HTMLElement

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const all = [...document.querySelectorAll('.sheet p')]
    const last = this.classList.contains('sheet') ? this.lastElementChild : this
    const bottom = (all.indexOf(last as Element) + 1) * height - scroller.scrollTop
    return { bottom, top: bottom - height, left: 0, right: 0, width: 0, height } as DOMRect
  })
  const sheets = Array.from({ length: count / 20 }, (_, at) =>
    sheet(...Array.from({ length: 20 }, (_, within) => paragraph(words(at * 20 + within)))),
  )
  who = writer(1, report({ text: text(...sheets) }))
  scroller = document.body.appendChild(document.createElement('div'))
  scroller.append(who.view.dom)
})
afterEach(() => {
  who.session.close()
  scroller.remove()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Marks the number in every paragraph that is there; called again, it finds the marks where they ought to be. */
function markAll(): void {
  const marks: ProposalMark[] = []
  who.view.state.doc.descendants((block, pos) => {
    const number = /^Đoạn thứ (\d+)\./u.exec(block.textContent)?.[1]
    const from = pos + 1 + 'Đoạn thứ '.length
    if (block.isTextblock && number !== undefined)
      marks.push({
        ...{ id: number, kind: 'words', from, to: from + number.length, now: 'khác' },
        ...{ label: '', colour: 1, isChosen: false },
      })
  })
  expect(drawProposals(who.view, marks)).toBe(true)
}

const drawn = (): number[] =>
  [...who.view.dom.querySelectorAll('del.proposed')].map(each => Number(each.textContent))

function scrollTo(top: number): void {
  scroller.scrollTop = top
  scroller.dispatchEvent(new Event('scroll'))
}

test('of a long text the marks on the screen are drawn and those within half a screen of it', () => {
  markAll()
  expect(drawn()[0]).toBe(0)
  expect(drawn()).toContain(11)
  expect(drawn()).not.toContain(13)
})

test('marks are drawn when they are scrolled near the screen, and taken away when they are far again', () => {
  markAll()
  scrollTo(5000)
  expect(drawn()).toContain(50)
  expect(drawn()).toContain(46)
  expect(drawn()).not.toContain(0)
  scrollTo(0)
  expect(drawn()).toContain(0)
  expect(drawn()).not.toContain(50)
})

test('a few lines of scrolling draw nothing anew', () => {
  markAll()
  const update = vi.spyOn(EditorView.prototype, 'updateState')
  scrollTo(100)
  expect(update).not.toHaveBeenCalled()
})

test('typing shifts the marks that are not drawn too', () => {
  markAll()
  caretAt(who, words(1))
  type(who, 'Thêm: ')
  scrollTo(5000)
  expect(drawn()).toContain(50)
})

test('when much is deleted, what comes up from below is marked with the next look at the places', () => {
  markAll()
  select(who, [words(2), 0], [words(60), 0])
  press(who, 'Backspace')
  expect(drawn()).not.toContain(64)
  markAll()
  expect(drawn()).toContain(64)
})

test('letters that wait to be written go on waiting while marks are drawn for a scroll, and are written then', () => {
  who.session.close()
  let write = (): void => undefined
  who = writer(
    1,
    report({ text: text(sheet(...Array.from({ length: count }, (_, at) => paragraph(words(at))))) }),
    settle => {
      write = settle
    },
  )
  scroller.append(who.view.dom)
  markAll()
  caretAt(who, words(0))
  type(who, 'Mới. ')
  scrollTo(5000)
  expect(who.view.state.doc.textContent).toContain('Mới. ')
  write()
  expect(readReport(who.body).text.textContent).toContain('Mới. ')
})
