import type { Report } from '../../shared/report/report'
import { fakeVersion, type FakeVersion } from '../support/fake-versions'
import { note, report } from '../support/build-report'

/** Two drafts of an invented report and what the program kept between them. */
export function previewVersions(today: Report): readonly FakeVersion[] {
  const old = earlier(today)
  const at = (day: number, hour: number): string => new Date(2026, 10, day, hour, 12).toISOString()
  return [
    fakeVersion(old, {
      ...{ number: 1, label: 'Dự thảo lần 1', cause: 'asked', date: '2026-11-03', at: at(3, 16) },
      purpose: 'gửi các chi bộ góp ý',
      by: { member: 'm1', name: 'Nguyễn Thị Hà' },
      files: { docx: true, pdf: true },
    }),
    fakeVersion(old, { at: at(9, 10) }),
    fakeVersion(old, { at: at(11, 15), cause: 'before-import' }),
    fakeVersion(old, {
      ...{ number: 2, label: 'Dự thảo lần 2', cause: 'asked', date: '2026-11-17', at: at(17, 9) },
      purpose: 'gửi xin ý kiến Ban Thường vụ Thành ủy',
      by: { member: 'm1', name: 'Nguyễn Thị Hà' },
      files: { docx: true, pdf: true },
    }),
    fakeVersion(today, { at: at(23, 11) }),
  ]
}

function earlier(today: Report): Report {
  const json = JSON.stringify(today.text.toJSON())
    .replace('14,2%/năm', '13,6%/năm')
    .replace('phủ khắp các khu dân cư', 'phủ phần lớn khu dân cư')
    .replace('Ba cụm công nghiệp', 'Hai cụm công nghiệp')
  const text = today.text.type.schema.nodeFromJSON(JSON.parse(json) as object)
  const notes = Object.fromEntries(
    [...today.notes].map(([id, body], at) => [
      id,
      at === 0 ? note('Năm đầu nhiệm kỳ đạt 7.600 tỷ đồng.') : body,
    ]),
  )
  return {
    ...report({ text, notes }),
    ...{ fields: today.fields, options: today.options, indicators: today.indicators },
  }
}
