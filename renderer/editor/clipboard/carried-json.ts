import type { Node } from 'prosemirror-model'
import { z } from 'zod'
import { rowKinds, type IndicatorTable } from '../../../shared/indicators/indicator-row'
import type { Options } from '../../../shared/options/options'
import { noteSchema } from '../../../shared/report/schema'
import type { Carried } from './carried'

const Words = z.string().max(100_000)
const Row = z.object({
  id: Words,
  kind: z.enum(rowKinds),
  groupLevel: z.enum(['letter', 'roman']),
  direction: z.enum(['up', 'down', '']),
  ...{ name: Words, unit: Words, base: Words, target: Words, result: Words, remark: Words },
})
const Columns = z.object({
  name: Words,
  unit: Words,
  base: Words,
  target: Words,
  result: Words,
  remark: Words,
})
const CarriedJson = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), note: z.unknown() }),
  z.object({
    kind: z.literal('indicators'),
    table: z.object({ id: Words, title: Words, columns: Columns, rows: z.array(Row).max(5000) }),
  }),
  z.object({
    kind: z.literal('options'),
    options: z.object({
      id: Words,
      name: Words,
      chosen: Words,
      wordings: z.array(z.object({ id: Words, body: z.unknown() })).max(100),
    }),
  }),
])

export const encodeCarried = (record: Carried): string => JSON.stringify(record)

/** Reads what came with the clipboard; undefined where it is not ours or damaged. */
export function decodeCarried(words: string): Carried | undefined {
  const parsed = CarriedJson.safeParse(parseJson(words))
  if (!parsed.success) return undefined
  const record = parsed.data
  if (record.kind === 'indicators')
    return { kind: 'indicators', table: record.table as unknown as IndicatorTable }
  if (record.kind === 'note') {
    const note = readNote(record.note)
    return note && { kind: 'note', note }
  }
  const wordings = record.options.wordings.map(({ id, body }) => ({ id, body: readNote(body) }))
  if (wordings.some(({ body }) => body === undefined)) return undefined
  return { kind: 'options', options: { ...record.options, wordings } as unknown as Options }
}

// Anyone may have written what lies in the clipboard.
function parseJson(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}

function readNote(json: unknown): Node | undefined {
  try {
    const note = noteSchema.nodeFromJSON(json)
    note.check()
    return note
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined
    throw error
  }
}
