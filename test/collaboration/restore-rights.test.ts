// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { encodeStateAsUpdate } from 'yjs'
import { rightsOf, type Refusal } from '../../renderer/editor/rights/rights'
import { changeRows } from '../../renderer/state/indicator-edits'
import { lockSet } from '../../shared/permissions/locks'
import { wholeReport, type Member } from '../../shared/permissions/member'
import type { BlockId, RowId, TableId } from '../../shared/report/ids'
import { toReportJson } from '../../shared/report/report-json'
import type { Report } from '../../shared/report/report'
import { readReport } from '../../shared/sync/read-report'
import type { RestoreWhat } from '../../shared/versions/restore/restore-what'
import { gateReport } from '../support/gate-report'
import { member, outcome, Room } from '../support/gate-room'
import { randomFrom } from '../support/random'
import { editSomewhere } from '../support/random-edit'
import { atEnd, press, select, typeInto, writer, type Writer } from '../support/writers'

const secretary = member('thu-ky', 'secretary')

/** The whole report, edited everywhere by the secretary, at a host that lets nothing in but through the gate. */
function given(author: Member, client: number, locked: readonly string[] = []) {
  const room = new Room(gateReport())
  const version = readReport(room.body)
  const editor = writer(client + 1, encodeStateAsUpdate(room.body))
  for (const id of ['A1', 'L', 'B']) {
    typeInto(editor, `Đoạn của ${id}`, ' Thêm.')
    select(editor, [`Đoạn thứ hai của ${id}`, 0], [`Đoạn thứ hai của ${id}`, atEnd])
    press(editor, 'Backspace')
    changeRows(editor.body, `${id}-table` as TableId, new Map([[`${id}-row` as RowId, { result: '7' }]]))
  }
  editor.session.settle()
  expect(outcome(room.receive(room.unsent(editor.body), secretary))).toBe('allowed')
  room.lock(...locked)
  const who = writer(client, encodeStateAsUpdate(room.body))
  const told: Refusal[] = []
  rightsOf(who.body).onRefusal(refusal => told.push(refusal))
  rightsOf(who.body).change({
    member: author,
    locks: lockSet(locked.map(section => ({ section: section as BlockId, element: '' }))),
  })
  return { room, version, who, told }
}

const section = (id: string): RestoreWhat => ({ kind: 'section', section: id as BlockId })
const said = (of: Report, id: string): string | undefined =>
  JSON.stringify(toReportJson(of)).match(new RegExp(`Đoạn thứ hai của ${id}`, 'u'))?.[0]

/** What the host says of all that this person wrote. */
const atGate = (room: Room, { body, session }: Writer, author: Member): string => {
  session.settle()
  return outcome(room.receive(room.unsent(body), author))
}

describe.each([1, 100_000])('as client %i', client => {
  test('who may edit one section may bring it back, and the gate lets it in', () => {
    const drafter = member('an', 'drafter', 'L')
    const { room, version, who } = given(drafter, client)
    expect(who.session.restore(version, section('L'))).toBe('done')
    expect(atGate(room, who, drafter)).toBe('allowed')
    expect(said(readReport(room.body), 'L')).toBeDefined()
    expect(said(readReport(room.body), 'B')).toBeUndefined()
  })

  test('who may edit one section is told why another, or all, does not come back', () => {
    const drafter = member('an', 'drafter', 'L')
    const { room, version, who, told } = given(
      { ...drafter, grants: new Map(drafter.grants).set(wholeReport, ['read']) },
      client,
    )
    const before = encodeStateAsUpdate(who.body)
    expect(who.session.restore(version, section('B'))).toBe('refused')
    expect(who.session.restore(version, { kind: 'report' })).toBe('refused')
    expect(who.session.restore(version, { kind: 'table', table: 'B-table' as BlockId })).toBe('refused')
    expect(told.map(({ code }) => code)).toEqual(['no-right', 'no-right', 'no-right'])
    expect(encodeStateAsUpdate(who.body)).toEqual(before)
    expect(atGate(room, who, drafter)).toBe('allowed')
  })

  test('what is locked does not come back, what is not does', () => {
    const { room, version, who, told } = given(secretary, client, ['L'])
    expect(who.session.restore(version, section('L'))).toBe('refused')
    expect(who.session.restore(version, { kind: 'report' })).toBe('refused')
    expect(told).toMatchObject([
      { code: 'locked', section: 'L' },
      { code: 'locked', section: 'L' },
    ])
    expect(who.session.restore(version, section('B'))).toBe('done')
    expect(atGate(room, who, secretary)).toBe('allowed')
    expect(said(readReport(room.body), 'B')).toBeDefined()
    expect(said(readReport(room.body), 'L')).toBeUndefined()
  })
})

test.each([1, 2, 3, 4])('the gate lets in whatever comes back over random edits (seed %i)', seed => {
  const random = randomFrom(seed * 7_919)
  const room = new Room(gateReport())
  const who = writer(seed % 2 ? 1 : 100_000, encodeStateAsUpdate(room.body))
  const sections = ['A', 'A1', 'L', 'L1', 'B', 'C']
  for (let turn = 0; turn < 6; turn++) {
    const version = readReport(who.body)
    for (let edits = 0; edits < 4; edits++) editSomewhere(who, random)
    const at = sections[Math.floor(random() * sections.length)] ?? 'A'
    who.session.restore(version, random() < 0.4 ? { kind: 'report' } : section(at))
    expect(atGate(room, who, secretary)).toBe('allowed')
  }
  expect(readReport(room.body).text.toJSON()).toEqual(who.view.state.doc.toJSON())
})
