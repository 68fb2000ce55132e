import type { Doc, Map as YMap, XmlFragment } from 'yjs'

/*
 * The roots of a report's shared document ("body"), named once:
 *
 *   text        XmlFragment                    the ProseMirror document (schema)
 *   notes       Map<NoteId, XmlFragment>       bodies of notes (noteSchema)
 *   indicators  Map<TableId, Map>              {title, column:<cell>…, rows: Map<RowId, Map<string, string>>}
 *   options     Map<OptionsId, Map>            {name, chosen, wordings: Map<WordingId, Map{order, body: XmlFragment}>}
 *   meta        Map<FieldName, string>         the fields above and below the text
 *
 * Rows and wordings carry a fractional `order` key, so moving one is one string and loses nobody's typing.
 */

export type Record = YMap<unknown>

export const textOf = (body: Doc): XmlFragment => body.getXmlFragment('text')
export const notesOf = (body: Doc): YMap<XmlFragment> => body.getMap('notes')
export const indicatorsOf = (body: Doc): YMap<Record> => body.getMap('indicators')
export const optionsOf = (body: Doc): YMap<Record> => body.getMap('options')
export const fieldsOf = (body: Doc): YMap<string> => body.getMap('meta')

export const rowsOf = (table: Record): YMap<YMap<string>> => table.get('rows') as YMap<YMap<string>>
export const wordingsOf = (options: Record): YMap<Record> => options.get('wordings') as YMap<Record>
export const bodyOf = (wording: Record): XmlFragment => wording.get('body') as XmlFragment

/** Everything one undo history covers. */
export const undoScopeOf = (body: Doc) => [
  textOf(body),
  notesOf(body),
  indicatorsOf(body),
  optionsOf(body),
  fieldsOf(body),
]

/** Origin of changes that a person makes outside the text editors (grid, form); undo tracks it. */
export const byHand = Symbol('by hand')
