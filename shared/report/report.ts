import type { Node } from 'prosemirror-model'
import type { IndicatorTable } from '../indicators/indicator-row'
import type { Options } from '../options/options'
import type { Fields } from './fields'
import type { NoteId, OptionsId, TableId } from './ids'

/** A whole report as one immutable value: what an import makes, what is numbered, checked, printed. */
export interface Report {
  readonly fields: Fields
  /** A `report` node of `schema`. */
  readonly text: Node
  /** Bodies of notes (`note` nodes of `noteSchema`), in no particular order: the text orders them. */
  readonly notes: ReadonlyMap<NoteId, Node>
  readonly indicators: ReadonlyMap<TableId, IndicatorTable>
  readonly options: ReadonlyMap<OptionsId, Options>
}
