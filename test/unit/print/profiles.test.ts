import { expect, test } from 'vitest'
import { findProfile, profiles, readProfile } from '../../../electron/host/resources'
import { profileNumberStyle } from '../../../shared/numbering/number-style'

test('three layout profiles come with the program, the default first', () => {
  expect(profiles().map(profile => profile.id)).toEqual(['dang-hd05-2026', 'dang-hd36-2018', 'hc-nd30-2020'])
})

test('a report that names an unknown profile is printed with the default one', () => {
  expect(findProfile('xyz')).toBeUndefined()
  expect(readProfile('xyz').id).toBe('dang-hd05-2026')
})

// HD 36, checked against its full text (reference vn-layout §0).
test('the 2018 Party profile holds the figures of the regulation', () => {
  const { page, pageNumber, body, header, type, title, recipients } = readProfile('dang-hd36-2018')
  expect(page).toEqual({
    width: 210,
    height: 297,
    top: 20,
    bottom: 20,
    left: 30,
    right: 15,
    headerDistance: 10,
  })
  expect(pageNumber).toMatchObject({ size: 14, bold: false })
  expect(body).toMatchObject({ size: 14, firstLine: 10, spaceBefore: 6, spaceAfter: 0, line: { exact: 18 } })
  expect(header.nationStyle).toMatchObject({ size: 15, bold: true })
  expect(
    [header.superiorBody, header.issuingBody, header.number].map(style => [style.size, style.bold]),
  ).toEqual([
    [14, false],
    [14, true],
    [14, false],
  ])
  expect(header.draftMark).toMatchObject({ size: 14, italic: true })
  expect(header.placeAndDate).toMatchObject({ size: 14, italic: true })
  expect(header.circulation).toMatchObject({ size: 12, bold: true, upper: true })
  expect([type.size, title.size]).toEqual([16, 14])
  expect(recipients).toMatchObject({ title: { size: 14, underline: true }, list: { size: 12 } })
})

test('the header fills the width of the text in every profile', () => {
  for (const { page, header } of profiles())
    expect(header.leftWidth + header.rightWidth).toBe(page.width - page.left - page.right)
})

test('where numbers are needed without the profile at hand, its name says the same as its data', () => {
  for (const { id, numberStyle } of profiles()) expect(profileNumberStyle(id)).toEqual(numberStyle)
})
