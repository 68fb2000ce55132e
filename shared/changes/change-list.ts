import type { DifferenceClass, DifferenceKind } from '../compare/difference'
import type { FieldName } from '../report/fields'

/*
 * What changed between two texts, for a reader: every difference in words, with where it stands and its section. Also
 * the JSON of `du-thao compare --json`.
 */

/** Something computed, as it was and as it is. Null: it was not there, or it is no more. */
export interface ThenAndNow {
  readonly was: string | null
  readonly now: string | null
}

/** A section as a change names it: of one that is gone, as it was. */
export interface SectionName {
  readonly id: string
  readonly title: string
  /** As printed: "II-", "2.1." */
  readonly number: ThenAndNow
  /** Where it stands: "Phần thứ nhất / A / I / 1". */
  readonly path: string
}

/** `section`: a heading, with all that moved or changed level with it. `row`: of a table of indicators or a general one. */
export const changeSubjects = [
  'section',
  'paragraph',
  'table',
  'row',
  'cell',
  'note',
  'options',
  'field',
] as const
export type ChangeSubject = (typeof changeSubjects)[number]

/** Where a change stands: in words, and by ids. An id that does not apply is absent. */
export interface ChangePlace {
  readonly subject: ChangeSubject
  /** One line: "A / II / 1. Phát triển kinh tế, chú thích 12". */
  readonly words: string
  /** The innermost section; null: before all sections. */
  readonly section: SectionName | null
  /** The first words by which it is found, today's where there are any; may be empty. */
  readonly quote: string
  /** Of what moved: where it stood, in words. */
  readonly from?: string
  readonly block?: string
  readonly note?: string
  readonly table?: string
  readonly row?: string | number
  readonly column?: string | number
  readonly options?: string
  readonly wording?: string
  readonly field?: FieldName
}

/** Words that stand in the place of others; either may be empty. */
export interface WordEdit {
  readonly before: string
  readonly after: string
}

/** The same with a few of the words around it, by which its place is found; both may be empty. */
export interface PlacedEdit extends WordEdit {
  readonly lead: string
  readonly tail: string
}

export interface Change {
  /** As in the comparison: unique, and the same in the next one as long as the difference stands. */
  readonly key: string
  readonly kind: DifferenceKind
  readonly class: DifferenceClass
  readonly place: ChangePlace
  /** How many blocks moved or changed level together; of everything else 1, or the halves of what was split or joined. */
  readonly blocks: number
  /** The whole wording concerned: a paragraph, a note, a cell. Null: it was not there, or it is no more. */
  readonly before: string | null
  readonly after: string | null
  /** Only the words that differ, place by place. */
  readonly edits: readonly PlacedEdit[]
  /** Names, where known. */
  readonly author?: string
  /** ISO time, where known. */
  readonly at?: string
}

export type ClassCounts = Readonly<Record<DifferenceClass, number>>
export type KindCounts = Readonly<Record<DifferenceKind, number>>

/** A section in which something changed, with what stands in it and in none of its own sections. */
export interface ChangedSection extends SectionName {
  /** The outermost section that holds it; itself where nothing does. `name`: with its number. */
  readonly outermost: { readonly id: string; readonly name: string }
  readonly state: 'stayed' | 'moved' | 'added' | 'removed'
  /** How many of `changes` are about it. */
  readonly changes: number
  readonly classes: ClassCounts
}

/** A figure that became another. */
export interface ChangedFigure extends WordEdit {
  /** Where, in words. */
  readonly where: string
  /** The words around it today; empty where it stands alone, as in a cell. */
  readonly quote: string
  /** The change that tells it. */
  readonly key: string
}

export interface ChangedNote {
  readonly id: string
  readonly number: ThenAndNow
  readonly state: 'changed' | 'moved' | 'added' | 'removed'
  readonly section: SectionName | null
  readonly before: string | null
  readonly after: string | null
}

export interface ChangedIndicator {
  readonly table: string
  /** The row's id; null: titles of the table and of its columns. */
  readonly row: string | null
  readonly number: ThenAndNow
  readonly name: string
  readonly state: 'changed' | 'moved' | 'added' | 'removed'
  /** Cell by cell, in the order of the columns. Of a row that came or went, all that it says. */
  readonly cells: readonly (WordEdit & { readonly column: string; readonly title: string })[]
}

export interface Summary {
  readonly changes: number
  readonly classes: ClassCounts
  readonly kinds: KindCounts
  /** `changed`: something changed in them, and they were there before. */
  readonly sections: {
    readonly changed: number
    readonly moved: number
    readonly added: number
    readonly removed: number
  }
  readonly notes: { readonly changed: number; readonly added: number; readonly removed: number }
  readonly indicators: { readonly changed: number; readonly added: number; readonly removed: number }
  readonly figures: number
  /** Words (between white space) that came and went, counted in the text, notes and cells. */
  readonly words: { readonly added: number; readonly removed: number }
}

export interface ChangeList {
  readonly summary: Summary
  /** In reading order; before all sections stands one with the id "". */
  readonly sections: readonly ChangedSection[]
  /** In reading order. */
  readonly changes: readonly Change[]
  readonly figures: readonly ChangedFigure[]
  /** The same changes once more, note by note and row by row. */
  readonly notes: readonly ChangedNote[]
  readonly indicators: readonly ChangedIndicator[]
}

/** Who wrote in a block last. */
export interface Author {
  readonly name: string
  /** ISO time. */
  readonly at?: string
}
