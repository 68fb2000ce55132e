import { expect, test } from 'vitest'
import { goingOut, nameGoingOut } from '../../../electron/host/export/going-out'
import { problemsOf } from '../../../shared/problems/problems'
import type { OptionsId, WordingId } from '../../../shared/report/ids'
import { standsInTheWay } from '../../../shared/versions/official'
import { optionsBlock } from '../../support/build-indicators'
import { heading, note, paragraph, report, sheet, text } from '../../support/build-report'
import { fullFields } from '../../support/full-report'

const settled = () =>
  report({
    fields: { ...fullFields, draftNumber: '' },
    text: text(sheet(heading('part', 'Kết quả'), paragraph('Đạt khá.'))),
  })

const open = () => ({
  ...settled(),
  text: text(sheet(heading('part', 'Kết quả'), optionsBlock('o1'))),
  options: new Map([
    [
      'o1' as OptionsId,
      {
        ...{ id: 'o1' as OptionsId, name: 'Chủ đề', chosen: '' as const },
        wordings: [{ id: 'w1' as WordingId, body: note('Đoàn kết') }],
      },
    ],
  ]),
})

test('a draft goes out with the number behind the last frozen one, and its file too', () => {
  const out = goingOut(settled(), { last: 2 })
  expect(out.fields.draftNumber).toBe('3')
  expect(nameGoingOut('Báo cáo - Dự thảo lần 2', out)).toBe('Báo cáo - Dự thảo lần 3')
})

test('a mark that a person wrote goes out as written', () => {
  const report = settled()
  const written = { ...report, fields: { ...report.fields, draftNumber: 'trình Đại hội' } }
  expect(goingOut(written, { last: 2 }).fields.draftNumber).toBe('trình Đại hội')
})

test('the official text goes out without a mark, whatever was written', () => {
  const report = settled()
  expect(problemsOf(report).filter(standsInTheWay)).toEqual([])
  const written = { ...report, fields: { ...report.fields, draftNumber: '2' } }
  const out = goingOut(written, { last: 2, official: true })
  expect(out.fields.draftNumber).toBe('')
  expect(nameGoingOut('Báo cáo - Dự thảo lần 2', out)).toBe('Báo cáo')
})

test('the official text does not go out while alternatives are open; a draft does', () => {
  expect(() => goingOut(open(), { last: 2, official: true })).toThrow('Còn 1 chỗ')
  expect(goingOut(open(), { last: 2 }).fields.draftNumber).toBe('3')
})
