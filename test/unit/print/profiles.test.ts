import { expect, test } from 'vitest'
import { numberStyleOf } from '../../../shared/print/number-style-of'
import { profileOf, profiles } from '../../../shared/print/profiles'
import { emptyFields } from '../../../shared/report/fields'

test('three layout profiles come with the program, the default first', () => {
  expect(profiles.map(profile => profile.id)).toEqual(['dang-hd05-2026', 'dang-hd36-2018', 'hc-nd30-2020'])
})

test('a report that names an unknown profile is printed with the default one', () => {
  expect(profileOf('xyz').id).toBe('dang-hd05-2026')
})

// HD 36, checked against its full text (reference vn-layout §0).
test('the 2018 Party profile holds the figures of the regulation', () => {
  const { page, pageNumber, body, header, type, title, recipients } = profileOf('dang-hd36-2018')
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
  for (const { page, header } of profiles)
    expect(header.leftWidth + header.rightWidth).toBe(page.width - page.left - page.right)
})

test('sections are numbered as the profile says, unless the report says otherwise', () => {
  const state = { ...emptyFields, profile: 'hc-nd30-2020' }
  expect(numberStyleOf(state)).toEqual({ part: 'roman', mark: 'dot' })
  expect(numberStyleOf({ ...state, partStyle: 'ordinal' })).toEqual({ part: 'ordinal', mark: 'dot' })
  expect(numberStyleOf({ ...state, markStyle: 'hyphen' })).toEqual({ part: 'roman', mark: 'hyphen' })
})

test('a report that is printed in another profile is numbered as that one says', () => {
  expect(numberStyleOf(emptyFields, profileOf('hc-nd30-2020'))).toEqual({ part: 'roman', mark: 'dot' })
})
