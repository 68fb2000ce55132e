import type { PrintBlock, PrintCell } from '../print/print-document'
import type { Profile } from '../print/profile'
import type {
  ChangedFigure,
  ChangedIndicator,
  ChangedNote,
  ChangedSection,
  ChangeList,
  ThenAndNow,
} from './change-list'
import { paperWords } from './paper-words'
import { sectionWords } from './place-of'
import { cell, paragraph, run, table } from './print-cells'
import { wordingParagraphs } from './print-text'

const { columns, states } = paperWords

/** Old, new, where: one line for each figure. */
export function printFigures({ figures }: ChangeList, profile: Profile): PrintBlock | null {
  if (figures.length === 0) return null
  const row = ({ before, after, where, quote }: ChangedFigure, index: number): readonly PrintCell[] => [
    cell(String(index + 1), { align: 'center' }),
    cell(before || paperWords.missing),
    cell(after || paperWords.missing),
    cell([
      paragraph(where, 'left'),
      ...(quote === '' ? [] : [paragraph([run(`“${quote}”`, { em: true })], 'left')]),
    ]),
  ]
  return table(
    [
      [columns.number, 7],
      [columns.before, 18],
      [columns.after, 18],
      [columns.where, 57],
    ],
    figures.map(row),
    profile,
  )
}

/** Sections that came, went or stand elsewhere, with their numbers of then and now. */
export function printSections({ sections }: ChangeList, profile: Profile): PrintBlock | null {
  const told = sections.filter(({ state }) => state !== 'stayed')
  if (told.length === 0) return null
  const row = (section: ChangedSection, index: number): readonly PrintCell[] => [
    cell(String(index + 1), { align: 'center' }),
    cell(sectionWords(section)),
    cell(states[section.state]),
    cell(section.number.was ?? paperWords.missing, { align: 'center' }),
    cell(section.number.now ?? paperWords.missing, { align: 'center' }),
  ]
  return table(
    [
      [columns.number, 7],
      [columns.section, 48],
      [columns.what, 17],
      [columns.oldNumber, 14],
      [columns.newNumber, 14],
    ],
    told.map(row),
    profile,
  )
}

/** Notes, the old wording beside the new one. */
export function printNotes(
  { notes, changes }: ChangeList,
  names: { was: string; now: string },
  profile: Profile,
): PrintBlock | null {
  if (notes.length === 0) return null
  const words = new Map(
    changes.flatMap(change =>
      change.kind === 'words' && change.place.note !== undefined
        ? [[change.place.note, change] as const]
        : [],
    ),
  )
  const row = (note: ChangedNote): readonly PrintCell[] => {
    const edited = words.get(note.id)
    return [
      cell(bothNumbers(note.number), { align: 'center' }),
      cell(states[note.state]),
      ...(['before', 'after'] as const).map(side =>
        cell(edited ? wordingParagraphs(edited, side) : (note[side] ?? paperWords.missing)),
      ),
    ]
  }
  return table(
    [
      [columns.note, 15],
      [columns.what, 15],
      [names.was, 35],
      [names.now, 35],
    ],
    notes.map(row),
    profile,
  )
}

const bothNumbers = ({ was, now }: ThenAndNow): string =>
  was === now ? (now ?? paperWords.missing) : `${was ?? paperWords.missing} → ${now ?? paperWords.missing}`

/** Rows of the tables of indicators, one line for each cell that differs. */
export function printIndicatorChanges({ indicators }: ChangeList, profile: Profile): PrintBlock | null {
  const rows = indicators.flatMap(indicatorRows)
  if (rows.length === 0) return null
  return table(
    [
      [columns.number, 8],
      [columns.indicator, 30],
      [columns.what, 15],
      [columns.column, 17],
      [columns.wasValue, 15],
      [columns.nowValue, 15],
    ],
    rows,
    profile,
  )
}

function indicatorRows({ number, name, state, cells }: ChangedIndicator): readonly (readonly PrintCell[])[] {
  const lead = [
    cell(number.now ?? number.was ?? '', { align: 'center' as const }),
    cell(name),
    cell(states[state]),
  ]
  if (cells.length === 0) return [[...lead, cell(''), cell(''), cell('')]]
  return cells.map(({ title, before, after }) => [
    ...lead,
    cell(title),
    cell(before || paperWords.missing),
    cell(after || paperWords.missing),
  ])
}
