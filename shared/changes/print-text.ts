import type { PrintBlock, PrintCell, PrintParagraph, PrintRun } from '../print/print-document'
import type { Profile } from '../print/profile'
import { groupBy } from '../util/group-by'
import type { Change, ChangedSection, ChangeList, PlacedEdit } from './change-list'
import { paperWords } from './paper-words'
import { sectionWords } from './place-of'
import { cell, paragraph, run, table } from './print-cells'
import type { Names } from './print-summary'
import { classWords, kindWords } from './words'

/** What changed in the text, section by section: the old wording beside the new one. Notes and indicators have tables of their own. */
export function printText(list: ChangeList, { was, now }: Names, profile: Profile): PrintBlock | null {
  const inText = list.changes.filter(({ place }) => place.note === undefined && !isIndicator(place))
  if (inText.length === 0) return null
  const bySection = groupBy(inText, ({ place }) => place.section?.id ?? '')
  let count = 0
  const rows = list.sections.flatMap(section => {
    const changes = bySection.get(section.id) ?? []
    if (changes.length === 0) return []
    return [
      [cell([paragraph(sectionRuns(section, changes.length), 'left')], { colspan: 4 })],
      ...changes.map(change => changeRow(change, ++count)),
    ]
  })
  const { number, what } = paperWords.columns
  return table(
    [
      [number, 7],
      [what, 21],
      [was, 36],
      [now, 36],
    ],
    rows,
    profile,
  )
}

/** A row of the table of indicators; rows of general tables are counted, and belong to the text. */
const isIndicator = ({ table, row }: Change['place']): boolean =>
  table !== undefined && typeof row !== 'number'

function sectionRuns(section: ChangedSection, changes: number): readonly PrintRun[] {
  const { number } = section
  const renumbered =
    number.was !== null && number.now !== null && number.was !== number.now
      ? [paperWords.oldNumber(number.was)]
      : []
  const behind = [...renumbered, paperWords.sectionChanges(changes)].join('; ')
  const name = section.id === '' ? paperWords.head : sectionWords(section)
  return [run(name, { strong: true }), run(` (${behind})`)]
}

function changeRow(change: Change, count: number): readonly PrintCell[] {
  const { kind, place, blocks } = change
  const lines = [
    `${kindWords[kind]} (${classWords[change.class].toLocaleLowerCase('vi')})`,
    ...withinSection(change),
    ...(place.from === undefined ? [] : [paperWords.from(place.from)]),
    ...(blocks > 1 && kind !== 'split' && kind !== 'joined' ? [paperWords.together(blocks)] : []),
  ]
  return [
    cell(String(count), { align: 'center' }),
    cell(lines.map(line => paragraph(line, 'left'))),
    cell(wordingParagraphs(change, 'before')),
    cell(wordingParagraphs(change, 'after')),
  ]
}

/** Where in the section, for what is no paragraph of it: a cell, a field, a wording. */
function withinSection({ place }: Change): readonly string[] {
  if (place.subject === 'paragraph' || place.subject === 'section' || place.subject === 'table') return []
  const behind = place.words.split(', ').slice(1).join(', ')
  return place.section === null ? [behind] : [place.words.slice(sectionWords(place.section).length + 2)]
}

/** The words of one side: those that differ in bold, among a few of their neighbours. */
export function wordingParagraphs(change: Change, side: 'before' | 'after'): readonly PrintParagraph[] {
  const { kind, edits } = change
  const whole = change[side]
  if (whole === null) return [paragraph(paperWords.missing, 'center')]
  if (whole === '') return [paragraph(paperWords.empty, 'left')]
  if (side === 'before' && whole === change.after) return [paragraph(paperWords.sameWords, 'left')]
  if (kind === 'words' && edits.length > 0) return edits.map(edit => paragraph(editRuns(edit, side), 'left'))
  return whole.split('\n').map(line => paragraph(line, 'left'))
}

const editRuns = (edit: PlacedEdit, side: 'before' | 'after'): readonly PrintRun[] => {
  const { lead, tail } = edit
  const words = edit[side]
  return [
    ...(lead === '' ? [] : [run(words === '' && tail === '' ? lead : `${lead} `)]),
    ...(words === '' ? [] : [run(words, { strong: true })]),
    ...(tail === '' ? [] : [run(words === '' ? tail : ` ${tail}`)]),
  ]
}
