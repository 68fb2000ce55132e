import { describe, expect, test } from 'vitest'
import { emptyFields } from '../../../shared/report/fields'
import {
  draftFileName,
  draftMarkOf,
  isMarkBehind,
  lastDraft,
  proposedDraft,
  withDraftMark,
} from '../../../shared/versions/draft-mark'

const typed = (draftNumber: string) => ({ ...emptyFields, draftNumber })

describe('the mark in the header', () => {
  test('is the number behind the last frozen draft where nobody wrote one', () => {
    expect(draftMarkOf(typed(''), lastDraft([{ number: 1 }, { number: null }, { number: 2 }]))).toBe('3')
    expect(withDraftMark(typed(''), 2).draftNumber).toBe('3')
  })

  test('is what a person wrote, whatever was frozen', () => {
    expect(draftMarkOf(typed('trình Đại hội'), 2)).toBe('trình Đại hội')
    const fields = typed('2')
    expect(withDraftMark(fields, 2)).toBe(fields)
  })

  test('is absent before anything is frozen or written', () => {
    expect(draftMarkOf(typed(' '), lastDraft([{ number: null }]))).toBe('')
  })

  test('is behind when it says the frozen draft, and not when the program says it', () => {
    expect(isMarkBehind(typed('2'), 2)).toBe(true)
    expect(isMarkBehind(typed('3'), 2)).toBe(false)
    expect(isMarkBehind(typed(''), 2)).toBe(false)
  })
})

test.each([
  ['', 0, 1],
  ['3', 0, 3],
  ['trình Đại hội', 0, 1],
  ['3', 4, 5],
  ['0', 0, 1],
  ['', 999, 999],
])('with “%s” in the header and draft %i frozen, draft %i is proposed', (written, last, proposed) => {
  expect(proposedDraft(typed(written), last)).toBe(proposed)
})

test.each([
  ['Báo cáo chính trị', '3', 'Báo cáo chính trị - Dự thảo lần 3'],
  ['Báo cáo chính trị - Dự thảo lần 2', '3', 'Báo cáo chính trị - Dự thảo lần 3'],
  ['Bao cao tong ket - lan 2', '3', 'Bao cao tong ket - Dự thảo lần 3'],
  ['BC_du thao lan 2', '', 'BC'],
  ['Báo cáo (lần 2)', '', 'Báo cáo'],
  ['Dự thảo lần 2', '', 'Dự thảo lần 2'],
  ['Dự thảo lần 2', '3', 'Dự thảo lần 3'],
  ['Báo cáo trình Đại hội lần 8', '2', 'Báo cáo trình Đại hội lần 8 - Dự thảo lần 2'],
  ['Báo cáo 2025', '2', 'Báo cáo 2025 - Dự thảo lần 2'],
  ['Báo cáo', 'trình Đại hội', 'Báo cáo - Dự thảo trình Đại hội'],
])('a file “%s” that bears mark “%s” is called “%s”', (name, mark, called) => {
  expect(draftFileName(name, mark)).toBe(called)
})
