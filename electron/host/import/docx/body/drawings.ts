import type { SourceTextBox } from '../../../../../shared/import/source'
import { chosenAlternative, childOf, type XmlElement } from '../xml/element'
import { warnings } from '../words'
import { fieldStack } from './fields'
import { quotable } from './plain-text'
import { type ReadBlocks, type Reading, warn } from './reading'

/** Rules under the header lines and empty frames: nearly every office file has them, and they say nothing. */
const silentShapes =
  /^(line|straightConnector\d|bentConnector\d|curvedConnector\d|rect|roundRect|flowChartProcess)$/

/** The text boxes of a drawing (DrawingML or VML); whatever else it shows becomes a warning. */
export function readDrawing(reading: Reading, drawing: XmlElement, readBlocks: ReadBlocks): SourceTextBox[] {
  const boxes: SourceTextBox[] = []
  const visit = (element: XmlElement): void => {
    const stop = visitors[element.name]?.(reading, element) ?? false
    if (stop) return
    if (element.name === 'txbxContent') boxes.push(readBox(reading, element, readBlocks))
    else if (element.name === 'AlternateContent') {
      const chosen = chosenAlternative(element)
      if (chosen) visit(chosen)
    } else element.children.forEach(visit)
  }
  visit(drawing)
  return boxes
}

/** A box has paragraphs and fields of its own, in the middle of a paragraph that then goes on. */
function readBox(reading: Reading, content: XmlElement, readBlocks: ReadBlocks): SourceTextBox {
  const { fields, paragraph } = reading
  reading.fields = fieldStack()
  const blocks = readBlocks(reading, content)
  reading.fields = fields
  reading.paragraph = paragraph
  return { kind: 'text_box', blocks }
}

/** What is told of an element; true = what is inside it has been dealt with. */
const visitors: Readonly<Record<string, (reading: Reading, element: XmlElement) => boolean>> = {
  pic: (reading, element) => picture(reading, element, childOf(childOf(element, 'blipFill'), 'blip')),
  imagedata: (reading, element) => picture(reading, element, element),
  chart: reading => told(reading, 'chart', warnings.chart),
  relIds: reading => told(reading, 'diagram', warnings.diagram),
  // The picture in it only stands for what is embedded.
  object: (reading, element) =>
    childOf(element, 'OLEObject') !== undefined && told(reading, 'embedded', warnings.embedded),
  control: reading => told(reading, 'control', warnings.control),
  textpath: (reading, { attributes }) =>
    told(reading, 'word-art', warnings.wordArt(quotable(attributes['string'] ?? ''))),
  wsp: (reading, element) => {
    const shape = childOf(childOf(element, 'spPr'), 'prstGeom')?.attributes['prst'] ?? 'line'
    if (!childOf(element, 'txbx') && !silentShapes.test(shape)) warn(reading, 'shape', warnings.shape)
    return false
  },
}

function told(reading: Reading, code: string, message: string): true {
  warn(reading, code, message)
  return true
}

function picture(reading: Reading, element: XmlElement, blip: XmlElement | undefined): true {
  const { attributes = {} } = blip ?? {}
  const linked = reading.relationships.get(
    attributes['r:link'] ?? attributes['r:href'] ?? attributes['r:embed'] ?? attributes['r:id'] ?? '',
  )
  if (linked?.external) return told(reading, 'picture', warnings.linkedPicture(quotable(linked.target)))
  const named = childOf(childOf(element, 'nvPicPr'), 'cNvPr')?.attributes
  return told(reading, 'picture', warnings.picture(quotable(named?.['descr'] ?? attributes['title'] ?? '')))
}
