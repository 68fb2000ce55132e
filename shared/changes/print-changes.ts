import { roman } from '../numbering/numerals'
import { numberStyleOf } from '../print/number-style-of'
import { linesOf } from '../print/paper-text'
import type { PrintBlock, PrintDocument } from '../print/print-document'
import { printHeader, printTitle } from '../print/print-header'
import type { Profile } from '../print/profile'
import { emptyFields, type Fields } from '../report/fields'
import type { ChangeList } from './change-list'
import { paperWords } from './paper-words'
import { heading } from './print-cells'
import { printFigures, printIndicatorChanges, printNotes, printSections } from './print-records'
import { printSummary, type Names } from './print-summary'
import { printText } from './print-text'

export interface ChangesOnPaper {
  readonly list: ChangeList
  readonly names: Names
  /** Of the newer text: who issues it, what it is called. */
  readonly fields: Fields
  /** As the header says it: "ngày 24 tháng 11 năm 2026". */
  readonly date: string
  readonly profile: Profile
}

/** The report of changes as it stands on paper: the page for leaders first, then every change where it is found. */
export function printChanges({ list, names, fields, date, profile }: ChangesOnPaper): PrintDocument {
  const title = paperWords.title(names.was, names.now)
  const own = {
    ...emptyFields,
    superiorBody: fields.superiorBody,
    issuingBody: fields.issuingBody,
    place: fields.place,
    date,
    type: paperWords.type,
    title: [title, ...subjectOf(fields)].join('\n'),
  }
  const chapters = chaptersOf(list, names, profile)
  const end = numberStyleOf(fields, profile).mark === 'hyphen' ? '-' : '.'
  const headings = chapters.map(({ title: name }, index) => heading(`${roman(index + 1)}${end}`, name))
  return {
    profile,
    properties: {
      title: `${paperWords.type} ${title}`,
      author: linesOf(fields.issuingBody).join(' '),
      subject: paperWords.type,
    },
    header: printHeader(own, profile),
    title: printTitle(own, profile),
    blocks: chapters.flatMap(({ blocks }, index) => [...headings.slice(index, index + 1), ...blocks]),
    signature: null,
    outline: chapters.map(({ title: name }, index) => ({
      level: 'roman',
      text: `${roman(index + 1)}${end} ${name}`,
    })),
  }
}

function subjectOf({ type, title }: Fields): readonly string[] {
  const name = [...linesOf(type), ...linesOf(title)].join(' ')
  return name === '' ? [] : [paperWords.of(name)]
}

interface Chapter {
  readonly title: string
  readonly blocks: readonly PrintBlock[]
}

function chaptersOf(list: ChangeList, names: Names, profile: Profile): readonly Chapter[] {
  const { headings } = paperWords
  const tables: readonly (readonly [string, PrintBlock | null])[] = [
    [headings.figures, printFigures(list, profile)],
    [headings.sections, printSections(list, profile)],
    [headings.text, printText(list, names, profile)],
    [headings.notes, printNotes(list, names, profile)],
    [headings.indicators, printIndicatorChanges(list, profile)],
  ]
  return [
    { title: headings.summary, blocks: printSummary(list, names, profile) },
    ...tables.flatMap(([title, block]) => (block ? [{ title, blocks: [block] }] : [])),
  ]
}
