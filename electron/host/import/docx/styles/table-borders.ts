import { childOf, valueOf, type XmlElement } from '../xml/element'
import type { Style, Styles } from './read-styles'

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const
type Edge = (typeof edges)[number]
type Lines = Partial<Record<Edge, boolean>>

/** Where a cell lies in its table: which of its edges are outer ones. */
export interface CellPosition {
  readonly first: boolean
  readonly last: boolean
  readonly top: boolean
  readonly bottom: boolean
}

export interface TableLines {
  /** Whether any line is drawn around a cell with these `w:tcPr`. */
  drawnAt(cellProperties: XmlElement | undefined, position: CellPosition): boolean
}

/** The lines of a table by its own borders, else by its style; a cell's own borders win over both. */
export function tableLines(styles: Styles, properties: XmlElement | undefined): TableLines {
  const chain = styles.chain('table', valueOf(properties, 'tblStyle'))
  const ofTable: Lines = {
    ...linesOfStyles(chain),
    ...linesIn(childOf(properties, 'tblBorders')),
  }
  return {
    drawnAt: (cellProperties, position) => {
      const own = linesIn(childOf(cellProperties, 'tcBorders'))
      const outer = (edge: Edge, inside: Edge, isOuter: boolean) =>
        own[edge] ?? ofTable[isOuter ? edge : inside]
      return Boolean(
        outer('top', 'insideH', position.top) ||
        outer('bottom', 'insideH', position.bottom) ||
        outer('left', 'insideV', position.first) ||
        outer('right', 'insideV', position.last),
      )
    },
  }
}

/** A style draws lines for the whole table or only for some rows (`tblStylePr`): either counts as drawn. */
function linesOfStyles(chain: readonly Style[]): Lines {
  const lines: Lines = {}
  for (const { element } of [...chain].reverse()) {
    Object.assign(lines, linesIn(childOf(childOf(element, 'tblPr'), 'tblBorders')))
    for (const part of element.children) {
      if (part.name !== 'tblStylePr' && part.name !== 'tcPr') continue
      const cell = part.name === 'tcPr' ? part : childOf(part, 'tcPr')
      const drawn = linesIn(childOf(cell, 'tcBorders'))
      for (const edge of edges) if (drawn[edge]) lines[edge] = true
    }
  }
  return lines
}

const aliases: Readonly<Record<string, Edge>> = { start: 'left', end: 'right' }

function linesIn(borders: XmlElement | undefined): Lines {
  const lines: Lines = {}
  for (const { name, attributes } of borders?.children ?? []) {
    const edge = aliases[name] ?? edges.find(known => known === name)
    if (edge) lines[edge] = isVisible(attributes)
  }
  return lines
}

const isVisible = ({ val = 'single', color = 'auto' }: Readonly<Record<string, string>>) =>
  val !== 'nil' && val !== 'none' && color.toUpperCase() !== 'FFFFFF'
