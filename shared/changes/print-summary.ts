import { differenceClasses } from '../compare/difference'
import type { PrintBlock } from '../print/print-document'
import type { Profile } from '../print/profile'
import { groupBy } from '../util/group-by'
import type { ChangeList, ClassCounts } from './change-list'
import { paperWords } from './paper-words'
import { bullet, cell, paragraph, run, table } from './print-cells'
import { classWords } from './words'

export interface Names {
  readonly was: string
  readonly now: string
}

/** So many outermost sections still leave the summary on one page; the rest are told as one. */
const mostParts = 10

/** The page for leaders: how much, of what kind, and in which part. */
export function printSummary(list: ChangeList, { was, now }: Names, profile: Profile): readonly PrintBlock[] {
  const { summary } = list
  if (summary.changes === 0) return [paragraph(paperWords.none(was, now))]
  const sections = list.sections.filter(({ id, changes }) => id !== '' && changes > 0).length
  return [
    paragraph(paperWords.total(was, now, summary.changes, sections)),
    ...summaryLines(list).map(bullet),
    paragraph(paperWords.perPart),
    partTable(list, profile),
  ]
}

/** One line for each kind of thing of which something changed. */
export function summaryLines({ summary }: ChangeList): readonly string[] {
  const { classes, figures, sections, notes, indicators, words } = summary
  const lines = [
    paperWords.classes(
      differenceClasses
        .filter(name => classes[name] > 0)
        .map(name => paperWords.one(classWords[name], classes[name])),
    ),
  ]
  if (figures > 0) lines.push(paperWords.figures(figures))
  const of = <Name extends string>(
    counts: Readonly<Record<Name, number>>,
    say: Readonly<Partial<Record<Name, (count: number) => string>>>,
  ): readonly string[] =>
    (Object.keys(say) as Name[]).flatMap(name => (counts[name] > 0 ? (say[name]?.(counts[name]) ?? []) : []))
  const told = [
    [paperWords.sections, of(sections, paperWords.sectionCounts)],
    [paperWords.notes, of(notes, paperWords.noteCounts)],
    [paperWords.indicators, of(indicators, paperWords.indicatorCounts)],
  ] as const
  for (const [say, parts] of told) if (parts.length > 0) lines.push(say(parts))
  if (words.added + words.removed > 0) lines.push(paperWords.words(words.added, words.removed))
  return lines
}

interface Part {
  readonly name: string
  readonly changes: number
  readonly classes: ClassCounts
}

/** Changes of each class by outermost section. */
function partTable(list: ChangeList, profile: Profile): PrintBlock {
  const parts = partsOf(list)
  const shown = parts.length > mostParts + 1 ? parts.slice(0, mostParts) : parts
  const rest = parts.slice(shown.length)
  const all: Part[] = [...shown]
  if (rest.length > 0) all.push(together(paperWords.others(rest.length), rest))
  const rows = all.map(part => rowOf(part, {}))
  const sum = rowOf(together(paperWords.sum, parts), { strong: true })
  return table(
    [
      [paperWords.part, 38],
      ...differenceClasses.map((name): readonly [string, number] => [classWords[name], 11]),
      [paperWords.sum, 9],
    ],
    [...rows, sum],
    profile,
  )
}

const rowOf = ({ name, changes, classes }: Part, marks: { strong?: true }) => [
  cell([paragraph([run(name, marks)], 'left')]),
  ...[...differenceClasses.map(of => classes[of]), changes].map(count =>
    cell([paragraph([run(String(count), marks)], 'center')]),
  ),
]

function partsOf({ sections }: ChangeList): readonly Part[] {
  const parts = groupBy(sections, ({ outermost, changes }) => (changes > 0 ? outermost.name : undefined))
  return [...parts].map(([name, within]) => together(name, within))
}

function together(name: string, parts: readonly Omit<Part, 'name'>[]): Part {
  const classes = Object.fromEntries(
    differenceClasses.map(of => [of, parts.reduce((sum, part) => sum + part.classes[of], 0)]),
  ) as Record<(typeof differenceClasses)[number], number>
  return { name, changes: parts.reduce((sum, { changes }) => sum + changes, 0), classes }
}
