import { expect, test } from 'vitest'
import { indicatorStatus } from '../../../shared/indicators/indicator-status'
import { checkRemark, readRemark } from '../../../shared/indicators/status-remark'
import { row } from '../../support/build-indicators'

const statusOf = (target: string, result: string, more: Parameters<typeof row>[0] = {}) => {
  const status = indicatorStatus(row({ target, result, ...more }))
  return status.kind === 'unknown' ? status.reason : status.kind
}

test.each([
  ['17,5-18,5', '18,05', 'reached'],
  ['17,5-18,5', '17,5', 'reached'],
  ['17,5-18,5', '17,4', 'missed'],
  ['01-02', '12', 'exceeded'],
  ['75-80', '63', 'missed'],
  ['3,0-2,0', '2,0', 'reached'],
  ['3,0-2,0', '1,9', 'exceeded'],
  ['3,0-2,0', '3,4', 'missed'],
  ['≥ 90', '90', 'reached'],
  ['≥ 90', '92,8', 'exceeded'],
  ['≥ 90', '89,9', 'missed'],
  ['>55.000', '62.000', 'exceeded'],
  ['>55.000', '55.000', 'missed'],
  ['<1', '0,62', 'exceeded'],
  ['<1', '1', 'missed'],
  ['không quá 3', '3', 'reached'],
  ['không quá 3', '4', 'missed'],
  ['100', '100,0', 'reached'],
  ['02-03 xã', '0', 'missed'],
  ['100', '98%', 'direction'],
  ['2 xã', '2 phường', 'units-differ'],
  ['', '5', 'no-target'],
  ['5', '', 'no-result'],
  ['', '', 'title-row'],
  ['Loại I', '5', 'unreadable-target'],
  ['5', 'đang làm', 'unreadable-result'],
  ['5', '5-6', 'unreadable-result'],
])('target %s with result %s: %s', (target, result, status) => {
  expect(statusOf(target, result)).toBe(status)
})

test('a person may say which way is better', () => {
  expect(statusOf('1', '0,9', { direction: 'down' })).toBe('exceeded')
  expect(statusOf('1', '1,1', { direction: 'down' })).toBe('missed')
  expect(statusOf('80', '98', { direction: 'up' })).toBe('exceeded')
  expect(statusOf('80', '79', { direction: 'up' })).toBe('missed')
  expect(statusOf('5-7', '4', { direction: 'down' })).toBe('exceeded')
})

test('a target that is a change is compared with a change only', () => {
  expect(statusOf('Tăng 10-20', '19,0', { unit: '%' })).toBe('reached')
  expect(statusOf('Tăng 10-20', 'giảm 12', { unit: '%' })).toBe('missed')
  expect(statusOf('Giảm 2', 'giảm 3', { unit: 'vụ' })).toBe('exceeded')
  expect(statusOf('Giảm 2', 'giảm 1', { unit: 'vụ' })).toBe('missed')
  expect(statusOf('Tăng 10-20', '345', { unit: 'Tỷ đồng' })).toBe('not-a-change')
})

test('groups have no status', () => {
  expect(statusOf('5', '5', { kind: 'group' })).toBe('title-row')
})

test.each([
  ['Hoàn thành', 'reached'],
  ['Đạt chỉ tiêu.', 'reached'],
  ['Hoàn thành vượt', 'exceeded'],
  ['đã vượt mức kế hoạch', 'exceeded'],
  [' Chưa hoàn thành', 'missed'],
  ['Không đạt', 'missed'],
  ['Dự kiến hoàn thành vào cuối năm', undefined],
  ['', undefined],
])('the remark "%s" claims %s', (remark, claim) => {
  expect(readRemark(remark)).toBe(claim)
})

test('a remark agrees with the figures, differs, or cannot be compared', () => {
  expect(checkRemark(row({ target: '≥ 5', result: '5', remark: 'Hoàn thành' }))).toEqual({
    kind: 'agrees',
    status: 'reached',
  })
  expect(checkRemark(row({ target: '≥ 5', result: '4', remark: 'Hoàn thành' }))).toEqual({
    kind: 'differs',
    computed: 'missed',
    typed: 'reached',
  })
  expect(checkRemark(row({ target: '5', result: '4', remark: 'Hoàn thành' })).kind).toBe('not-comparable')
  expect(checkRemark(row({ target: '≥ 5', result: '4', remark: 'xem phụ lục' })).kind).toBe('not-comparable')
})
