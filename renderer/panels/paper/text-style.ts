import type { CSSProperties } from 'react'
import type { HeadingStyle, Profile, TextStyle } from '../../../shared/print/profile'
import { levels } from '../../../shared/report/levels'

/** How a kind of line of the profile looks on screen. */
export const lineStyle = (style: TextStyle): CSSProperties => ({
  fontSize: `${style.size}pt`,
  fontWeight: style.bold ? 700 : 400,
  fontStyle: style.italic ? 'italic' : 'normal',
  textTransform: style.upper ? 'uppercase' : 'none',
  textDecoration: style.underline ? 'underline' : 'none',
})

type Variables = Record<`--${string}`, string>

/** The profile as CSS variables: styles/paper.css reads nothing else. */
export function paperVariables(profile: Profile): CSSProperties {
  const { page, body, note, table } = profile
  const variables: Variables = {
    '--page-width': `${page.width}mm`,
    '--page-height': `${page.height}mm`,
    '--page-top': `${page.top}mm`,
    '--page-bottom': `${page.bottom}mm`,
    '--page-left': `${page.left}mm`,
    '--page-right': `${page.right}mm`,
    '--body-size': `${body.size}pt`,
    '--body-line': 'exact' in body.line ? `${body.line.exact}pt` : String(body.line.multiple * singleSpacing),
    '--first-line': `${body.firstLine}mm`,
    '--space-before': `${body.spaceBefore}pt`,
    '--space-after': `${body.spaceAfter}pt`,
    '--note-size': `${note.size}pt`,
    '--table-size': `${table.text.size}pt`,
    '--table-head-size': `${table.header.size}pt`,
  }
  for (const level of levels) Object.assign(variables, headingVariables(level, profile.headings[level]))
  return variables
}

/** Word's "single" is the font's own line height: 1.15 em for Tinos. */
const singleSpacing = 1.15

const headingVariables = (level: string, style: HeadingStyle): Variables => ({
  [`--${level}-size`]: `${style.size}pt`,
  [`--${level}-weight`]: style.bold ? '700' : '400',
  [`--${level}-style`]: style.italic ? 'italic' : 'normal',
  [`--${level}-case`]: style.upper ? 'uppercase' : 'none',
  [`--${level}-align`]: style.align,
  [`--${level}-indent`]: style.align === 'center' ? '0' : 'var(--first-line)',
  [`--${level}-before`]: `${style.spaceBefore}pt`,
  [`--${level}-after`]: `${style.spaceAfter}pt`,
  [`--${level}-number`]: style.numberOnOwnLine ? 'block' : 'inline',
})
