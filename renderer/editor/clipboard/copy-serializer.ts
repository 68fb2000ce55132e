import { DOMSerializer, type DOMOutputSpec, type Fragment, type Node } from 'prosemirror-model'
import type { Doc } from 'yjs'
import { rowCells, type IndicatorTable } from '../../../shared/indicators/indicator-row'
import { numberRows } from '../../../shared/numbering/number-rows'
import type { Options } from '../../../shared/options/options'
import { blockIdOf, isNoteRef, noteIdOf } from '../../../shared/report/nodes'
import { noteSchema, schema } from '../../../shared/report/schema'
import type { Numbers } from '../plugins/drawing'
import { recordOf } from './carried'
import { encodeCarried } from './carried-json'

/**
 * Copied HTML that Word and browsers understand too: the drawn numbers as text, notes as Word's footnotes, records
 * as tables. What is only for them bears `data-drawn`, so that pasting it back here leaves it out.
 */
export class CopySerializer extends DOMSerializer {
  constructor(
    private readonly body: Doc,
    private readonly numbers: () => Numbers,
  ) {
    const base = DOMSerializer.nodesFromSchema(schema)
    super(
      {
        ...base,
        heading: node => numbered(node, base['heading']?.(node), numbers().sections.get(blockIdOf(node))),
        paragraph: node =>
          numbered(node, base['paragraph']?.(node), numbers().paragraphs.get(blockIdOf(node))),
        note_ref: node => noteMark(node, body, numbers()),
        indicator_table: node => record(node, 'indicators', body),
        options: node => record(node, 'options', body),
      },
      DOMSerializer.marksFromSchema(schema),
    )
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const html = super.serializeFragment(fragment, options, target)
    if (target) return html
    const notes = notesList(fragment, this.body, this.numbers())
    if (notes) html.append(notes)
    return html
  }
}

function numbered(node: Node, spec: DOMOutputSpec | undefined, number: string | undefined): DOMOutputSpec {
  if (!spec) throw new RangeError(`No way to show ${node.type.name}`)
  if (!number || !Array.isArray(spec)) return spec
  const [tag, attributes] = spec as [string, Record<string, string>]
  return [tag, attributes, ['span', { 'data-drawn': '' }, `${number} `], ['span', 0]]
}

function noteMark(node: Node, body: Doc, { notes }: Numbers): DOMOutputSpec {
  const number = notes.get(noteIdOf(node)) ?? 0
  const carried = recordOf(body, node)
  return [
    'sup',
    { 'data-note': noteIdOf(node), ...(carried ? { 'data-record': encodeCarried(carried) } : {}) },
    wordLink(number, { from: '_ftnref', to: '_ftn' }),
  ]
}

/** The bodies of copied notes, as Word writes them: it makes real footnotes of this. */
function notesList(fragment: Fragment, body: Doc, { notes }: Numbers): HTMLElement | undefined {
  const list = document.createElement('div')
  list.dataset['drawn'] = ''
  list.setAttribute('style', 'mso-element:footnote-list')
  fragment.descendants(node => {
    const carried = isNoteRef(node) ? recordOf(body, node) : undefined
    if (carried?.kind === 'note') list.append(footnote(carried.note, notes.get(noteIdOf(node)) ?? 0))
  })
  return list.hasChildNodes() ? list : undefined
}

function footnote(note: Node, number: number): HTMLElement {
  const holder = document.createElement('div')
  holder.id = `ftn${number}`
  holder.setAttribute('style', 'mso-element:footnote')
  holder.append(DOMSerializer.fromSchema(noteSchema).serializeFragment(note.content))
  ;(holder.firstElementChild ?? holder).prepend(wordLink(number, { from: '_ftn', to: '_ftnref' }), ' ')
  return holder
}

/** As Word writes it. Its style is none of CSS: of a specification ProseMirror would keep what CSS knows only. */
function wordLink(number: number, { from, to }: { readonly from: string; readonly to: string }): HTMLElement {
  const link = document.createElement('a')
  link.setAttribute('style', `mso-footnote-id:ftn${number}`)
  link.setAttribute('href', `#${to}${number}`)
  link.setAttribute('name', `${from}${number}`)
  link.textContent = `[${number}]`
  return link
}

function record(node: Node, name: 'indicators' | 'options', body: Doc): DOMOutputSpec {
  const carried = recordOf(body, node)
  const holder = document.createElement('div')
  holder.setAttribute(`data-${name}`, node.attrs['id'] as string)
  if (carried) holder.dataset['record'] = encodeCarried(carried)
  if (carried?.kind === 'indicators') holder.append(indicatorRows(carried.table))
  if (carried?.kind === 'options') holder.append(wordings(carried.options))
  return holder
}

function indicatorRows(table: IndicatorTable): HTMLElement {
  const numbers = numberRows(table.rows)
  const made = document.createElement('table')
  made.setAttribute('border', '1')
  const addRow = (cells: readonly string[]): void => {
    const row = made.insertRow()
    for (const words of cells) row.insertCell().textContent = words
  }
  addRow(['TT', ...rowCells.map(cell => table.columns[cell])])
  for (const row of table.rows) addRow([numbers.get(row.id) ?? '', ...rowCells.map(cell => row[cell])])
  return made
}

function wordings(options: Options): HTMLElement {
  const made = document.createElement('div')
  options.wordings.forEach((wording, index) => {
    const line = made.appendChild(document.createElement('p'))
    line.textContent = `${options.name} ${index + 1}: ${wording.body.textContent}`
  })
  return made
}
