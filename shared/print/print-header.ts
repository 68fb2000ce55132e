import type { Fields } from '../report/fields'
import { linesOf, paperText } from './paper-text'
import type { LineRole, PrintHeader, PrintLine, PrintSignature, PrintTextLine } from './print-document'
import type { Profile, TextStyle } from './profile'
import { textWidth } from './text-width'
import { words } from './words'

/** NĐ 30 wants the rules under body and title a third to a half as long as the line. */
const shortRule = 0.4
/** Four empty lines of 14 pt, where the signature goes. */
const roomToSign = 72

/** The block at the top of the first page: who issues on the left, the nation on the right. */
export function printHeader(fields: Fields, { header }: Profile): PrintHeader {
  const left = issuer(fields, header)
  const right = nation(header)
  const number = [
    ...lines('number', fields.number, header.number, 6),
    ...draftMark(fields.draftNumber, header.draftMark),
  ]
  const date = lines('placeAndDate', placeAndDate(fields), header.placeAndDate, 6)
  return {
    circulation: lines('circulation', fields.circulation, header.circulation)[0] ?? null,
    rows:
      header.dateBeside === 'nation'
        ? [{ left: [...left, ...number], right: [...right, ...date] }]
        : [
            { left, right },
            { left: number, right: date },
          ],
  }
}

/** Type and title; they end with hyphens (Party) or a rule (state). */
export function printTitle(fields: Fields, profile: Profile): PrintLine[] {
  const type = lines('type', fields.type, profile.type)
  const title = lines('title', fields.title, profile.title)
  if (type.length + title.length === 0) return []
  const [first, ...rest] = [...type, ...title]
  return [...(first ? [{ ...first, before: 24 }] : []), ...rest, ...titleEnd([...type, ...title], profile)]
}

/** Null when nothing was typed. */
export function printSignature(fields: Fields, profile: Profile): PrintSignature | null {
  const { signature, recipients } = profile
  const list = lines('recipient', fields.recipients, recipients.list).map(dashed)
  const signer = [
    ...lines('authority', fields.authority, signature.authority),
    ...lines('position', fields.position, signature.position),
    ...lines('signer', fields.signer, signature.signer, roomToSign),
  ]
  if (list.length + signer.length === 0) return null
  const title = list.length > 0 ? lines('recipientsTitle', words.recipients, recipients.title) : []
  return { recipients: [...title, ...list], signer }
}

/** Each recipient stands after a dash, typed or not. */
const dashed = (line: PrintTextLine): PrintTextLine =>
  /^[-–+]/.test(line.text) ? line : { ...line, text: `- ${line.text}` }

function issuer(fields: Fields, header: Profile['header']): PrintLine[] {
  const body = lines('issuingBody', fields.issuingBody, header.issuingBody)
  const end: PrintLine[] =
    header.separator === 'star'
      ? lines('star', words.star, { ...header.issuingBody, bold: false })
      : rule(body.at(-1), shortRule)
  return [
    ...lines('superiorBody', fields.superiorBody, header.superiorBody),
    ...body,
    ...(body.length > 0 ? end : []),
  ]
}

function nation(header: Profile['header']): PrintLine[] {
  const name = lines('nation', header.nation, header.nationStyle)
  const motto = lines('motto', header.motto, header.mottoStyle)
  return [...name, ...motto, ...rule(motto.at(-1) ?? name.at(-1), 1)]
}

const draftMark = (draft: string, style: TextStyle): PrintTextLine[] =>
  draft.trim() === '' ? [] : lines('draftMark', words.draftMark(draft.trim()), style, 6)

const placeAndDate = ({ place, date }: Fields): string =>
  [place.trim(), date.trim()].filter(part => part !== '').join(', ')

const titleEnd = (above: readonly PrintTextLine[], profile: Profile): PrintLine[] =>
  profile.titleEnd === 'rule'
    ? rule(above.at(-1), shortRule)
    : lines('titleEnd', words.titleEnd, { ...profile.title, bold: false })

/** A rule below a line, as long as the given share of it. */
const rule = (line: PrintTextLine | undefined, share: number): PrintLine[] =>
  line ? [{ kind: 'rule', width: textWidth(shown(line), line.style) * share }] : []

const shown = ({ text, style }: PrintTextLine): string => (style.upper ? text.toLocaleUpperCase('vi') : text)

/** One printed line for each line of a field; `before` is the room above the first. */
const lines = (role: LineRole, text: string, style: TextStyle, before = 0): PrintTextLine[] =>
  linesOf(text).map((line, index) => ({
    kind: 'line',
    role,
    text: paperText(line),
    style,
    before: index === 0 ? before : 0,
  }))
