import { nanoid } from 'nanoid'

type Brand<Name extends string> = string & { readonly __brand: Name }

/** Names a block of the text. A section bears the id of the heading that opens it. */
export type BlockId = Brand<'BlockId'>
export type NoteId = Brand<'NoteId'>
/** Names the records of an indicator table; the block that shows them carries the same id. */
export type TableId = Brand<'TableId'>
export type RowId = Brand<'RowId'>
/** Names one set of alternative wordings; the block that shows them carries the same id. */
export type OptionsId = Brand<'OptionsId'>
export type WordingId = Brand<'WordingId'>

// Ten letters of 64: a clash among 10 000 blocks has odds below one in ten billion, and every id is
// written into each update of a block, so shorter is better than a UUID.
const newId = (): string => nanoid(10)

export const newBlockId = (): BlockId => newId() as BlockId
export const newNoteId = (): NoteId => newId() as NoteId
export const newTableId = (): TableId => newId() as TableId
export const newRowId = (): RowId => newId() as RowId
export const newOptionsId = (): OptionsId => newId() as OptionsId
export const newWordingId = (): WordingId => newId() as WordingId
