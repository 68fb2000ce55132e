import { childOf, numberOf, type XmlElement } from '../xml/element'
import type { RunTraits } from '../styles/run-traits'
import { warnings } from '../words'
import { encodingOfFont } from '../../../../../shared/import/legacy/judge-encoding'
import { readDrawing } from './drawings'
import { isSafeAddress, showsWithoutResult } from './fields'
import type { NoteKind } from './notes'
import { plainText, quotable } from './plain-text'
import { warn } from './reading'
import type { ParagraphScope } from './paragraph-scope'
import { inSymbolPlane, symbolOf } from './symbols'

/** Reads one `w:r` into the paragraph. */
export function readRun(scope: ParagraphScope, run: XmlElement): void {
  const properties = childOf(run, 'rPr')
  const traits = scope.reading.traits.traits(scope.styles, properties)
  noteFormatChanges(scope, run, properties)
  for (const child of run.children) {
    // A note with a mark of its own ("*") has that mark as text after it.
    if (child.name === 'footnoteReference' && child.attributes['customMarkFollows'] === '1') {
      refer(scope, 'footnote', child)
      return
    }
    readers[child.name]?.(scope, child, traits)
  }
}

type RunReader = (scope: ParagraphScope, element: XmlElement, traits: RunTraits) => void

const readers: Readonly<Record<string, RunReader>> = {
  t: (scope, { text }, traits) => write(scope, text.replace(/[\n\r]+/g, ' '), traits),
  tab: (scope, _, traits) => write(scope, '\t', traits),
  ptab: (scope, _, traits) => write(scope, '\t', traits),
  noBreakHyphen: (scope, _, traits) => write(scope, '\u2011', traits),
  softHyphen: (scope, _, traits) => write(scope, '\u00ad', traits),
  cr: scope => put(scope, { kind: 'break' }),
  br: (scope, { attributes }) => put(scope, { kind: attributes['type'] === 'page' ? 'page-break' : 'break' }),
  sym: writeSymbol,
  ruby: (scope, element) => readRuns(scope, childOf(element, 'rubyBase')),
  fldChar: readFieldMark,
  instrText: (scope, { text }) => scope.reading.fields.instruction(text),
  footnoteReference: (scope, element) => refer(scope, 'footnote', element),
  endnoteReference: (scope, element) => refer(scope, 'endnote', element),
  commentReference: ({ reading, place }, { attributes }) =>
    reading.comments.mark(attributes['id'] ?? '', place),
  drawing: readBoxes,
  pict: readBoxes,
  object: readBoxes,
  AlternateContent: readBoxes,
}

function readRuns(scope: ParagraphScope, container: XmlElement | undefined): void {
  for (const child of container?.children ?? []) if (child.name === 'r') readRun(scope, child)
}

function write(scope: ParagraphScope, text: string, traits: RunTraits): void {
  const { reading, writer, changes } = scope
  if (reading.fields.inInstruction) return
  if (traits.hidden) {
    changes.text('hidden', '', text)
    return
  }
  const shown =
    inSymbolPlane.test(text) && !encodingOfFont(traits.font) ? decodeSymbols(text, traits.font) : text
  reading.comments.text(shown)
  writer.text(shown, traits, scope.href ?? safeHref(reading.fields.href))
}

const safeHref = (href: string | undefined) =>
  href !== undefined && isSafeAddress(href) ? href.trim() : undefined

const decodeSymbols = (text: string, font: string) =>
  text.replace(inSymbolPlane, sign => symbolOf(font, sign.charCodeAt(0)) ?? sign)

function put(scope: ParagraphScope, piece: { readonly kind: 'break' | 'page-break' }): void {
  if (!scope.reading.fields.inInstruction) scope.writer.put(piece)
}

function writeSymbol(scope: ParagraphScope, { attributes }: XmlElement, traits: RunTraits): void {
  const font = attributes['font'] ?? ''
  const code = Number.parseInt(attributes['char'] ?? '', 16)
  if (encodingOfFont(font)) {
    write(scope, String.fromCharCode(code & 0xff), { ...traits, font })
    return
  }
  const sign = Number.isNaN(code) || code > 0xffff ? undefined : symbolOf(font, code)
  if (sign === undefined) warn(scope.reading, 'symbol', warnings.symbol(font || '?'))
  write(scope, sign ?? '□', traits)
}

function readFieldMark(scope: ParagraphScope, element: XmlElement, traits: RunTraits): void {
  const { fields } = scope.reading
  const type = element.attributes['fldCharType']
  if (type === 'begin') {
    fields.begin()
    const box = childOf(childOf(element, 'ffData'), 'checkBox')
    if (box) scope.writer.text(isChecked(box) ? '☒' : '☐', traits, scope.href)
  } else if (type === 'separate') {
    fields.separate()
    const { href } = fields
    if (href !== undefined && !isSafeAddress(href))
      warn(scope.reading, 'link', warnings.unsafeLink(quotable(href)))
  } else if (type === 'end') {
    const instruction = fields.end()
    if (instruction && showsWithoutResult(instruction))
      warn(scope.reading, 'field', warnings.field(quotable(instruction)))
  }
}

const isChecked = (box: XmlElement) => {
  const state = childOf(box, 'checked') ?? childOf(box, 'default')
  return state !== undefined && numberOf(state.attributes['val'] ?? '1') !== 0
}

function refer(scope: ParagraphScope, kind: NoteKind, { attributes }: XmlElement): void {
  const { reading } = scope
  if (reading.partPlace !== null) {
    warn(reading, 'note', warnings.noteInNote)
    return
  }
  const id = reading.notes.refer(kind, attributes['id'] ?? '')
  if (id === undefined) warn(reading, 'note', warnings.missingNote)
  else scope.writer.put({ kind: 'note', id })
}

function readBoxes(scope: ParagraphScope, element: XmlElement): void {
  scope.boxes.push(...readDrawing(scope.reading, element, scope.readBlocks))
}

function noteFormatChanges(scope: ParagraphScope, run: XmlElement, properties: XmlElement | undefined): void {
  const change = childOf(properties, 'rPrChange')
  if (!change) return
  scope.reading.revisions.add('formatted', change, plainText(run))
  scope.changes.mark('formatted', (change.attributes['author'] ?? '').normalize('NFC'))
}
