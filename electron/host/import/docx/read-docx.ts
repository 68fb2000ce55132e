import type { SourceBlock, SourceDocument } from '../../../../shared/import/source'
import type { WordMarks } from '../../../../shared/returned/word-marks'
import { cleanText } from '../../../../shared/util/text'
import { commentRanges, commentWarnings } from './body/comments'
import { fieldStack } from './body/fields'
import { headerWarnings } from './body/headers'
import { legacyText } from './body/legacy-text'
import { type NotePart, noteReferences, notesIn, type NoteKind } from './body/notes'
import { plainText, quotable } from './body/plain-text'
import { readComments, type CommentText } from './body/read-comments'
import { rejectRevisions } from './body/reject-revisions'
import { revisionLog } from './body/revisions'
import { blockReader, readBlocks } from './body/read-blocks'
import type { Reading } from './body/reading'
import { paragraphCounter } from './numbering/count-paragraphs'
import { readNumbering } from './numbering/read-numbering'
import { openPackage, type Package } from './package/open-package'
import { readRelationships, type Relationships, targetOfType } from './package/relationships'
import { refuse } from './refuse'
import { readStyles } from './styles/read-styles'
import { traitReader } from './styles/run-traits'
import { places, warnings } from './words'
import { childOf, type XmlElement } from './xml/element'
import { type Budget, newBudget, readPart } from './xml/read-part'

/** A Word file (.docx, .docm, .dotx) with its parts at hand. */
interface WordFile {
  readonly file: Package
  readonly budget: Budget
  readonly mainPart: string
  readonly properties: string | undefined
  readonly relationships: Relationships
}

/** A Word file with what it says beside its text. */
export interface WordDocument extends SourceDocument {
  readonly marks: WordMarks
}

/** Which text of a file with tracked changes: as if all were accepted, or as if nobody had made any. */
export type RevisionView = 'accepted' | 'rejected'

/**
 * Reads a Word file as it stands: text, notes, tables, automatic numbers as text. Whatever is not brought over is named
 * in `warnings`. Throws Failure ('unreadable-file', Vietnamese) for anything but a sound Word file.
 */
export async function readDocx(bytes: Uint8Array, view: RevisionView = 'accepted'): Promise<WordDocument> {
  const word = await openWord(bytes)
  const reading = await startReading(word)
  const said = readComments(await partOfType(word, 'comments'), await partOfType(word, 'commentsExtended'))
  const blocks = await readBody(word, reading, view)
  const notes = readNotes(reading, view)
  const comments = await warnOfRest(word, reading, said)
  const properties = await readProperties(word)
  for (const encoding of reading.legacy.decode())
    addWarning(reading, 'legacy-font', warnings.legacy(names[encoding]))
  const marks = { revisions: [...reading.revisions.all], comments: [...comments] }
  return { blocks, notes: trimNotes(notes), warnings: reading.warnings, properties, marks }
}

const names = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' }

async function openWord(bytes: Uint8Array): Promise<WordFile> {
  const file = await openPackage(bytes)
  const budget = newBudget()
  const root = await readRelationships(file, '', budget)
  const mainPart = targetOfType(root, 'officeDocument') ?? 'word/document.xml'
  if (!file.has(mainPart)) throw refuse(file.has('mimetype') ? 'openDocument' : 'otherPackage')
  return {
    file,
    budget,
    mainPart,
    properties: targetOfType(root, 'core-properties'),
    relationships: await readRelationships(file, mainPart, budget),
  }
}

async function partOfType(
  { file, budget, relationships }: WordFile,
  type: string,
): Promise<XmlElement | null> {
  const target = targetOfType(relationships, type)
  return target === undefined ? null : readPart(file, target, budget)
}

async function startReading(word: WordFile): Promise<Reading> {
  const styles = readStyles(await partOfType(word, 'styles'))
  const lists = readNumbering(await partOfType(word, 'numbering'), styles)
  const notes = { footnote: await notePart(word, 'footnote'), endnote: await notePart(word, 'endnote') }
  return {
    styles,
    traits: traitReader(styles),
    counter: paragraphCounter(lists),
    comments: commentRanges(),
    revisions: revisionLog(),
    notes: noteReferences(notes),
    legacy: legacyText(),
    warnings: [],
    relationships: word.relationships,
    fields: fieldStack(),
    partPlace: null,
    paragraphs: 0,
    tables: 0,
    tableNow: null,
    paragraph: null,
    placed: null,
    pageBreakPending: false,
    headerParts: new Set(),
  }
}

async function notePart(word: WordFile, kind: NoteKind): Promise<NotePart> {
  const target = targetOfType(word.relationships, `${kind}s`)
  if (target === undefined) return { notes: new Map(), relationships: new Map() }
  const root = await readPart(word.file, target, word.budget)
  return {
    notes: notesIn(root, kind),
    relationships: await readRelationships(word.file, target, word.budget),
  }
}

async function readBody(
  { file, mainPart, budget }: WordFile,
  reading: Reading,
  view: RevisionView,
): Promise<SourceBlock[]> {
  const body = blockReader(reading)
  const receive =
    view === 'accepted' ? body.read : (element: XmlElement) => rejectRevisions(element).forEach(body.read)
  const root = await readPart(file, mainPart, budget, { inside: 'body', receive })
  if (!childOf(root ?? undefined, 'body')) throw refuse('otherPackage')
  return body.end()
}

/** After the body: only then is it known which notes it refers to, and in which order. */
function readNotes(reading: Reading, view: RevisionView): SourceDocument['notes'] {
  const notes: Record<string, SourceBlock[]> = {}
  reading.notes.referred.forEach(({ id, element, relationships }, index) => {
    reading.partPlace = places.note(index + 1)
    reading.relationships = relationships
    reading.fields = fieldStack()
    const [note = element] = view === 'accepted' ? [element] : rejectRevisions(element)
    notes[id] = readBlocks(reading, note)
  })
  return notes
}

/** Word puts a space or a tab between the number of a note and its text. */
const trimNotes = (notes: SourceDocument['notes']): SourceDocument['notes'] =>
  Object.fromEntries(
    Object.entries(notes).map(([id, [first, ...rest]]) => [id, first ? [trimStart(first), ...rest] : []]),
  )

function trimStart(block: SourceBlock): SourceBlock {
  const [first, ...rest] = block.kind === 'paragraph' ? block.inlines : []
  if (block.kind !== 'paragraph' || first?.kind !== 'text') return block
  const text = first.text.trimStart()
  return { ...block, inlines: text ? [{ ...first, text }, ...rest] : rest }
}

/** Answers the comments with their places. */
async function warnOfRest(
  word: WordFile,
  reading: Reading,
  said: readonly CommentText[],
): Promise<WordMarks['comments']> {
  const comments = [...reading.comments.placed(said)]
  reading.warnings.push(...commentWarnings(comments))
  for (const note of reading.notes.orphans()) {
    const text = quotable(plainText(note))
    if (text) addWarning(reading, 'note', warnings.orphanNote(text))
  }
  const headers: XmlElement[] = []
  for (const part of reading.headerParts) {
    const root = await readPart(word.file, part, word.budget)
    if (root) headers.push(root)
  }
  reading.warnings.push(...headerWarnings(headers))
  if (word.file.names.some(name => name.endsWith('vbaproject.bin')))
    addWarning(reading, 'macros', warnings.macros)
  return comments
}

const addWarning = (reading: Reading, code: string, message: string) =>
  reading.warnings.push({ code, place: places.file, message })

async function readProperties({ file, budget, properties }: WordFile): Promise<SourceDocument['properties']> {
  const root = properties === undefined ? null : await readPart(file, properties, budget)
  const text = (name: string) => cleanText(childOf(root ?? undefined, name)?.text ?? '').trim()
  return { title: text('title'), author: text('creator') }
}
