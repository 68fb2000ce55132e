import type { MarkType, NodeType } from 'prosemirror-model'
import { levels } from '../report/levels'
import { alignments, lists } from '../report/lists'

/** Whether a value may stand in an attribute or a record. */
export type Accepts = (value: unknown) => boolean

// A bound for what a person types in one place; far above any real value, far below what stops a program.
const longestWords = 100_000
const longestAddress = 4_000
const longestId = 100

export const isId: Accepts = value => typeof value === 'string' && value.length <= longestId
export const isWords: Accepts = value => typeof value === 'string' && value.length <= longestWords
export const isOneOf =
  (allowed: readonly string[]): Accepts =>
  value =>
    typeof value === 'string' && allowed.includes(value)

const isCount =
  (from: number, to: number): Accepts =>
  value =>
    Number.isInteger(value) && (value as number) >= from && (value as number) <= to
const isNull: Accepts = value => value === null
const isWidths: Accepts = value =>
  typeof value === 'string' && value.length <= 1_000 && /^[\d.,]*$/.test(value)
const isAddress: Accepts = value => typeof value === 'string' && value.length <= longestAddress

const spans = { colspan: isCount(1, 1_000), rowspan: isCount(1, 1_000), colwidth: isNull }

const ofNodes: Readonly<Record<string, Readonly<Record<string, Accepts>>>> = {
  heading: { id: isId, level: isOneOf(levels) },
  paragraph: {
    id: isId,
    list: isOneOf(lists),
    align: isOneOf(alignments),
    start: value => value === null || isCount(0, 100_000)(value),
  },
  table: {
    id: isId,
    widths: isWidths,
    headerRows: isCount(0, 1_000),
    borders: value => typeof value === 'boolean',
  },
  table_cell: spans,
  table_header: spans,
  indicator_table: { id: isId },
  options: { id: isId },
  note_ref: { id: isId },
}

const ofMarks: Readonly<Record<string, Readonly<Record<string, Accepts>>>> = { link: { href: isAddress } }

/** What may stand in an attribute of a node; undefined where there is no such attribute. */
export const attributeRule = (node: NodeType, attribute: string): Accepts | undefined =>
  own(own(ofNodes, node.name), attribute)

/** Whether these are the attributes of such a mark, all of them and no others: readers drop words whose mark is incomplete. */
export function isMarkValue(mark: MarkType, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const rules = own(ofMarks, mark.name) ?? {}
  const given = Object.entries(value)
  return (
    given.length === Object.keys(rules).length &&
    given.every(([name, each]) => own(rules, name)?.(each) === true)
  )
}

// Names come from a stranger: "constructor" must not be found.
const own = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record && Object.hasOwn(record, name) ? record[name] : undefined
