// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest'
import { insertNote, removeNote } from '../../../renderer/editor/commands/insert-note'
import { insertIndicators } from '../../../renderer/editor/commands/insert-records'
import { moveSection } from '../../../renderer/editor/commands/move-section'
import { promote } from '../../../renderer/editor/commands/promote-section'
import { setLevel } from '../../../renderer/editor/commands/set-level'
import { setField } from '../../../renderer/editor/records/fields'
import { chooseWording } from '../../../renderer/editor/records/options'
import { rightsOf } from '../../../renderer/editor/rights/rights'
import { changeRows } from '../../../renderer/state/indicator-edits'
import type { Closed } from '../../../shared/permissions/closed'
import type { Member } from '../../../shared/permissions/member'
import type { Right, Role } from '../../../shared/permissions/rights'
import type { BlockId } from '../../../shared/report/ids'
import { schema } from '../../../shared/report/schema'
import { indicatorsOf, notesOf } from '../../../shared/sync/report-doc'
import { emptyRow } from '../../../renderer/state/indicator-edits'
import { addIndicatorTable, newIndicatorTable } from '../../../renderer/editor/records/indicators'
import { addOptions, newOptions } from '../../../renderer/editor/records/options'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import {
  atEnd,
  caretAt,
  meet,
  press,
  run,
  select,
  shape,
  twoWriters,
  type,
  typeInto,
} from '../../support/writers'

let last: { close: () => void } | undefined
afterEach(() => last?.close())

const content = () =>
  text(
    sheet(heading('letter', 'Mở', 'A'), paragraph('Đầu')),
    sheet(
      heading('number', 'Khóa', 'L'),
      paragraph('Giữ nguyên', noteRef('n')),
      schema.node('indicator_table', { id: 't' }),
    ),
    sheet(heading('subnumber', 'Trong', 'LL'), paragraph('Sâu')),
    sheet(
      heading('number', 'Sau', 'S'),
      paragraph('Cuối', noteRef('m')),
      // The open section weighs more than the locked one, which must stay all the same.
      paragraph('Một đoạn dài hơn hẳn mọi đoạn khác của báo cáo này'.repeat(3)),
      schema.node('options', { id: 'o' }),
    ),
    sheet(heading('letter', 'Khác', 'K'), paragraph('Xa'), heading('number', 'Hết', 'Z')),
  )

interface Given {
  readonly locks?: readonly string[]
  readonly role?: Role
  readonly grants?: Record<string, readonly Right[]>
}

/** A report whose section "Khóa" is locked, at the secretary's. */
function given({ locks = ['L'], role = 'secretary', grants = {} }: Given = {}) {
  const { ana, ben } = twoWriters(
    report({ text: content(), notes: { n: note('Nguồn'), m: note('Khác') } }),
    [1, 2],
  )
  addIndicatorTable(ana.body, {
    ...newIndicatorTable('t' as never),
    rows: [{ ...emptyRow('indicator'), id: 'r' as never }],
  })
  addOptions(ana.body, newOptions('o' as never, 'Chủ đề'))
  meet(ana, ben)
  const rights = rightsOf(ana.body)
  const member: Member = { id: 'm', role, grants: new Map(Object.entries(grants)) as never }
  rights.change({ member, locks: { sections: new Set(locks as BlockId[]) } })
  const refusals: Closed[] = []
  rights.onRefusal(closed => refusals.push(closed))
  last = { close: () => [ana, ben].forEach(each => each.session.close()) }
  const before = ana.view.state.doc
  return { ana, ben, refusals, isUnchanged: () => ana.view.state.doc.eq(before), before }
}

const locked = { code: 'locked', section: 'L' }

describe('in a locked section', () => {
  const attempts: Record<string, (ana: ReturnType<typeof given>['ana']) => unknown> = {
    typing: ana => typeInto(ana, 'Giữ', 'x'),
    'typing in its heading': ana => typeInto(ana, 'Khóa', 'x'),
    'typing in a section inside it': ana => typeInto(ana, 'Sâu', 'x'),
    Enter: ana => (caretAt(ana, 'Giữ', 3), press(ana, 'Enter')),
    'Enter at its end': ana => (caretAt(ana, 'Sâu', atEnd), press(ana, 'Enter')),
    'Backspace at the start of its heading': ana => (caretAt(ana, 'Khóa', 0), press(ana, 'Backspace')),
    'Delete at the end of the block before it': ana => (caretAt(ana, 'Đầu', atEnd), press(ana, 'Delete')),
    'Backspace behind it': ana => (caretAt(ana, 'Sau', 0), press(ana, 'Backspace')),
    'deleting a range that reaches into it': ana => {
      select(ana, ['Đầu', 1], ['Giữ', 2])
      ana.view.dispatch(ana.view.state.tr.deleteSelection())
    },
    'deleting everything': ana => {
      ana.view.dispatch(ana.view.state.tr.delete(0, ana.view.state.doc.content.size))
    },
    'demoting the heading over it': ana => (caretAt(ana, 'Mở', 0), run(ana, setLevel('number'))),
    'taking away the heading over it': ana => (caretAt(ana, 'Mở', 0), run(ana, setLevel(null))),
    'demoting the heading behind it, so that it grows': ana => (
      caretAt(ana, 'Sau', 0),
      run(ana, setLevel('subnumber'))
    ),
    'taking away the heading behind it': ana => (caretAt(ana, 'Sau', 0), run(ana, setLevel(null))),
    'promoting it': ana => (caretAt(ana, 'Khóa', 0), run(ana, promote)),
    'moving it under another heading': ana => run(ana, moveSection('L' as BlockId, 'Z' as BlockId)),
    'moving it to the end': ana => run(ana, moveSection('L' as BlockId, null)),
    'moving another section into it': ana => run(ana, moveSection('S' as BlockId, 'LL' as BlockId)),
    'a note': ana => (caretAt(ana, 'Giữ', 2), run(ana, insertNote(ana.session))),
    'a new table': ana => (caretAt(ana, 'Giữ', 2), run(ana, insertIndicators(ana.session))),
    'taking away its note': ana => run(ana, removeNote(ana.session, 'n' as never)),
  }
  test.each(Object.keys(attempts))('%s changes nothing and says why', name => {
    const { ana, refusals, isUnchanged } = given()
    const notes = notesOf(ana.body).size
    attempts[name]?.(ana)
    expect(isUnchanged()).toBe(true)
    expect(notesOf(ana.body).size).toBe(notes)
    expect(indicatorsOf(ana.body).size).toBe(1)
    expect(refusals).toContainEqual(locked)
  })

  test('its notes, rows and wordings cannot be written; those of other sections can', () => {
    const { ana, refusals } = given()
    const rows = () => JSON.stringify(indicatorsOf(ana.body).toJSON())
    const before = rows()
    changeRows(ana.body, 't' as never, new Map([['r' as never, { name: 'Thu' }]]))
    expect(rows()).toBe(before)
    expect(refusals).toEqual([locked])
    chooseWording(ana.body, 'o' as never, '')
    expect(refusals).toHaveLength(1)

    const typed = (id: string): string => {
      const mount = document.body.appendChild(document.createElement('div'))
      ana.session.mountNote({ kind: 'note', id: id as never }, mount, 'label')
      ana.session.goTo({ kind: 'note', id: id as never })
      const view = ana.session.activeEditor()
      view?.dispatch(view.state.tr.insertText('x', 1))
      return mount.textContent
    }
    expect(typed('n')).toBe('Nguồn')
    expect(refusals).toHaveLength(2)
    expect(typed('m')).toBe('xKhác')
    expect(refusals).toHaveLength(2)
  })
})

describe('beside a locked section', () => {
  test('everything that leaves it alone goes on', () => {
    const { ana, refusals } = given()
    typeInto(ana, 'Đầu', ' một')
    caretAt(ana, 'Đầu', atEnd)
    press(ana, 'Enter')
    type(ana, 'hai')
    caretAt(ana, 'Xa', 0)
    run(ana, setLevel('letter'))
    typeInto(ana, 'Cuối', '!')
    caretAt(ana, 'Cuối', 2)
    run(ana, insertNote(ana.session))
    expect(shape(ana)).toContain('letter: Mở / Đầu một / hai | number: Khóa')
    expect(shape(ana)).toContain('letter: Xa')
    expect(refusals).toEqual([])
  })

  test('a copy of it can be put in elsewhere, with ids of its own', () => {
    const { ana, refusals } = given()
    const { doc } = ana.view.state
    const copy = doc.child(1)
    caretAt(ana, 'Xa', atEnd)
    const end = ana.view.state.selection.$head.after()
    ana.view.dispatch(ana.view.state.tr.insert(end, [copy.child(0), copy.child(1)]))
    expect(refusals).toEqual([])
    expect(shape(ana)).toContain('letter: Khác / Xa / number: Khóa / Giữ nguyên / number: Hết')
    expect(ana.view.state.doc.child(4).child(2).attrs['id']).not.toBe('L')
  })

  test.each([
    ['an open section moves over it', 'S', 'L'],
    ['it moves over an open one, which is the same', 'L', 'K'],
  ])('%s, and the locked one keeps its shared elements', (_name, moved, before) => {
    const { ana, ben, refusals } = given()
    run(ana, moveSection(moved as BlockId, before as BlockId))
    expect(shape(ana)).toContain('letter: Mở / Đầu | number: Sau')
    expect(refusals).toEqual([])
    typeInto(ben, 'Giữ', '!')
    meet(ana, ben)
    expect(shape(ana)).toContain('Giữ nguyên!')
  })

  test('a colleague whose change came in before the lock is still shown', () => {
    const { ana, ben } = given()
    typeInto(ben, 'Giữ', '!')
    meet(ana, ben)
    expect(shape(ana)).toContain('Giữ nguyên!')
  })
})

describe('without the right', () => {
  test('a drafter writes in the sections that were given, and nowhere else', () => {
    const { ana, refusals } = given({ locks: [], role: 'drafter', grants: { S: ['read', 'edit'] } })
    typeInto(ana, 'Cuối', '!')
    expect(refusals).toEqual([])
    typeInto(ana, 'Đầu', '!')
    expect(refusals).toEqual([{ code: 'no-right', section: 'A' }])
    setField(ana.body, 'place', 'Hà Nội')
    expect(refusals.at(-1)).toEqual({ code: 'no-right' })
    expect(shape(ana)).toContain('Cuối!')
    expect(shape(ana)).not.toContain('Đầu!')
  })

  test('a reader reads', () => {
    const { ana, isUnchanged } = given({ locks: [], role: 'reader' })
    typeInto(ana, 'Cuối', '!')
    expect(isUnchanged()).toBe(true)
    expect(ana.session.readOnly).toBe(true)
    expect(ana.view.editable).toBe(false)
  })

  test('without a committee everything may be written', () => {
    const { ana, refusals } = given()
    rightsOf(ana.body).change(null)
    typeInto(ana, 'Giữ', '!')
    expect(shape(ana)).toContain('Giữ nguyên!')
    expect(refusals).toEqual([])
  })
})

test('the blocks of a locked section are marked in the margin, and no others', () => {
  const { ana } = given()
  const marked = () => [...ana.view.dom.querySelectorAll('.locked')].map(each => each.textContent)
  expect(marked()).toEqual(['Khóa', 'Giữ nguyên', '', 'Trong', 'Sâu'])
  typeInto(ana, 'Đầu', '!')
  expect(marked()).toHaveLength(5)
  rightsOf(ana.body).change(null)
  expect(marked()).toEqual([])
})
