import type { XmlElement } from '../xml/element'
import { chosenAlternative, childOf } from '../xml/element'
import { warnings } from '../words'
import { readDrawing } from './drawings'
import { isSafeAddress, linkOf } from './fields'
import { mathText } from './math'
import type { ParagraphScope } from './paragraph-scope'
import { plainText, quotable } from './plain-text'
import { readRun } from './read-run'
import { warn } from './reading'

/** Reads what stands in a paragraph (or in a container inside it): runs, links, tracked changes, formulas. */
export function readInlines(scope: ParagraphScope, container: XmlElement): void {
  for (const child of container.children) {
    if (child.name === 'r') readRun(scope, child)
    else (readers[child.name] ?? readInlines)(scope, child)
  }
}

type InlineReader = (scope: ParagraphScope, element: XmlElement) => void

const skip: InlineReader = () => undefined

// Containers that are not named here (smartTag, customXml, sdtContent, dir, bdo, …) are read through.
const readers: Readonly<Record<string, InlineReader>> = {
  pPr: skip,
  sdtPr: skip,
  sdtEndPr: skip,
  smartTagPr: skip,
  customXmlPr: skip,
  ins: (scope, element) => keep(scope, element, 'inserted'),
  moveTo: (scope, element) => keep(scope, element, 'movedTo'),
  del: (scope, element) => drop(scope, element, 'deleted'),
  moveFrom: (scope, element) => drop(scope, element, 'movedFrom'),
  hyperlink: readLink,
  fldSimple: readSimpleField,
  commentRangeStart: ({ reading, place }, { attributes }) =>
    reading.comments.begin(attributes['id'] ?? '', place),
  commentRangeEnd: ({ reading }, { attributes }) => reading.comments.end(attributes['id'] ?? ''),
  subDoc: ({ reading }) => warn(reading, 'sub-document', warnings.subDocument),
  AlternateContent: (scope, element) => {
    const chosen = chosenAlternative(element)
    if (chosen) readInlines(scope, chosen)
  },
  oMath: readMath,
  // A drawing outside a run is against the rules, but occurs.
  drawing: (scope, element) =>
    void scope.boxes.push(...readDrawing(scope.reading, element, scope.readBlocks)),
}

const authorOf = ({ attributes }: XmlElement) => (attributes['author'] ?? '').normalize('NFC')

function keep(scope: ParagraphScope, element: XmlElement, kind: 'inserted' | 'movedTo'): void {
  noteChange(scope, element, kind)
  readInlines(scope, element)
}

function drop(scope: ParagraphScope, element: XmlElement, kind: 'deleted' | 'movedFrom'): void {
  noteChange(scope, element, kind)
}

const revisions = {
  inserted: 'inserted',
  deleted: 'deleted',
  movedTo: 'moved-to',
  movedFrom: 'moved-from',
} as const

function noteChange(scope: ParagraphScope, element: XmlElement, kind: keyof typeof revisions): void {
  const text = plainText(element)
  scope.changes.text(kind, authorOf(element), text)
  scope.reading.revisions.add(revisions[kind], element, text)
}

function readLink(scope: ParagraphScope, element: XmlElement): void {
  const target = scope.reading.relationships.get(element.attributes['r:id'] ?? '')
  readInlines({ ...scope, href: safeAddress(scope, target?.external ? target.target : undefined) }, element)
}

function readSimpleField(scope: ParagraphScope, element: XmlElement): void {
  const address = linkOf(element.attributes['instr'] ?? '')
  readInlines(address === undefined ? scope : { ...scope, href: safeAddress(scope, address) }, element)
}

/** The address as the editor accepts it; of any other only the text stays. */
function safeAddress(scope: ParagraphScope, address: string | undefined): string | undefined {
  if (address === undefined || isSafeAddress(address)) return address?.trim()
  warn(scope.reading, 'link', warnings.unsafeLink(quotable(address)))
  return undefined
}

function readMath(scope: ParagraphScope, element: XmlElement): void {
  const traits = scope.reading.traits.traits(scope.styles, childOf(element, 'rPr'))
  scope.writer.text(mathText(element), traits, scope.href)
}
