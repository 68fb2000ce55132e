import type { Comparison } from '../compare/compare-contents'
import { differenceKinds, type Difference } from '../compare/difference'
import type { Report } from '../report/report'
import type { Author, Change, ChangedSection, ChangeList, SectionName, Summary } from './change-list'
import { changedIndicators, changedNotes } from './changed-records'
import { changedSections, countBy, countClasses } from './changed-sections'
import { figuresOf } from './figures'
import { placeOf, type Both } from './place-of'
import { sectionPairs, type SectionPair } from './section-pairs'
import { sideOf, type Side } from './side'
import { editsOf, wordCount, wordings } from './words-of-parts'

/** What was found about two reports, for a reader. `authors`: by block, note or table, as far as known. */
export function changesOf(
  comparison: Comparison,
  was: Report,
  now: Report,
  authors: ReadonlyMap<string, Author> = new Map(),
): ChangeList {
  const pairs = sectionPairs(comparison)
  const both = bothSides(sideOf(was), sideOf(now), pairs)
  const told = comparison.differences.filter(isTold).map(difference => ({
    difference,
    change: changeOf(difference, both, authors),
  }))
  const list = {
    changes: told.map(({ change }) => change),
    sections: changedSections(pairs, told, both),
    figures: told.flatMap(({ change }) => figuresOf(change)),
    notes: changedNotes(told, both),
    indicators: changedIndicators(told, both),
  }
  return { summary: summaryOf(list), ...list }
}

/** Which draft a text is, its name says already: that lần 2 is not lần 1 is no change in it. */
const isTold = ({ place }: Difference): boolean => place.kind !== 'field' || place.name !== 'draftNumber'

function bothSides(was: Side, now: Side, pairs: readonly SectionPair[]): Both {
  const names = new Map<string, SectionName>()
  for (const pair of pairs) {
    const [old, fresh] = [was.section(pair.was), now.section(pair.now)]
    const shown = fresh ?? old
    if (!shown) continue
    const number = { was: old?.number ?? null, now: fresh?.number ?? null }
    const name: SectionName = { id: shown.id, title: shown.title, number, path: shown.path }
    names.set(shown.id, name)
    if (pair.was !== null && pair.was !== shown.id && !names.has(pair.was)) names.set(pair.was, name)
  }
  return { was, now, sectionName: id => names.get(id ?? '') ?? null }
}

function changeOf(difference: Difference, both: Both, authors: ReadonlyMap<string, Author>): Change {
  const author = authorOf(difference, both, authors)
  return {
    key: difference.key,
    kind: difference.kind,
    class: difference.class,
    place: placeOf(difference, both),
    blocks: Math.max(1, difference.was.length, difference.now.length),
    ...wordings(difference),
    edits: editsOf(difference),
    ...(author ? { author: author.name } : {}),
    ...(author?.at === undefined ? {} : { at: author.at }),
  }
}

/** Who wrote last where the difference is: in the note or table itself, else in the block that shows it. */
function authorOf(
  { place, now, was }: Difference,
  both: Both,
  authors: ReadonlyMap<string, Author>,
): Author | undefined {
  if (place.kind === 'field') return undefined
  const record = place.kind === 'cell' ? place.table : place.id
  const around = both.now.blockOfNote(record) ?? both.was.blockOfNote(record)
  const found = [record, ...now, ...was, ...(around === undefined ? [] : [around])]
  return found.map(id => authors.get(id)).find(author => author !== undefined)
}

function summaryOf(list: Omit<ChangeList, 'summary'>): Summary {
  const { changes, sections, notes, indicators, figures } = list
  const states = (of: readonly { readonly state: string }[], state: string): number =>
    of.filter(each => each.state === state).length
  const records = (of: readonly { readonly state: string }[]) => ({
    changed: states(of, 'changed'),
    added: states(of, 'added'),
    removed: states(of, 'removed'),
  })
  const inSections = sections.filter(({ id }) => id !== '')
  return {
    changes: changes.length,
    classes: countClasses(changes),
    kinds: countBy(
      differenceKinds,
      changes.map(({ kind }) => kind),
    ),
    sections: {
      changed: inSections.filter(isChangedWithin).length,
      moved: states(inSections, 'moved'),
      added: states(inSections, 'added'),
      removed: states(inSections, 'removed'),
    },
    notes: records(notes),
    indicators: records(indicators),
    figures: figures.length,
    words: {
      added: sumOf(changes, ({ after }) => after),
      removed: sumOf(changes, ({ before }) => before),
    },
  }
}

/** Something in it is not as it was; that it stands elsewhere is told apart. */
const isChangedWithin = ({ state, changes, classes }: ChangedSection): boolean =>
  state === 'stayed' || (state === 'moved' && changes > classes.move)

const sumOf = (
  changes: readonly Change[],
  side: (edit: { before: string; after: string }) => string,
): number =>
  changes
    .filter(({ kind }) => kind !== 'marks')
    .flatMap(({ edits }) => edits)
    .reduce((sum, edit) => sum + wordCount(side(edit)), 0)
