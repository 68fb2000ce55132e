import { z } from 'zod'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { Speaker } from '../../../shared/ipc/review'
import type { Audience } from '../../../shared/review/record'
import { Failure } from '../../../shared/ipc/failure'
import type { Identity } from '../identity/identity'
import type { KeptRows } from '../store/kept-rows'
import type { ReportStore } from '../store/report-store'
import { recordsIn } from './room-doc'
import { sealOwn, unsealOwn } from './sealed-own'

/** What goes with a copy of a report, record id → the record as JSON. Leaders' words among themselves do not. */
export type SaidForCopy = Readonly<Record<Exclude<Audience, 'leaders'>, ReadonlyMap<string, string>>>

type Store = Pick<ReportStore, 'kept' | 'keep' | 'readOnly'>
type Signer = Pick<Identity, 'sign'>

/*
 * Rows of the subject `review` that only a copy has (or a report whose committee one has left): who the authors are, whom
 * no committee names any more; and what is the person's own, readable at this computer alone, wherever the copy goes.
 */
const [people, own] = ['people', 'sealed-own']

/** The rows that a copy's file begins with. */
export function rowsForCopy(said: SaidForCopy, known: readonly Speaker[], identity: () => Signer): KeptRows {
  const rows = new Map<string, Uint8Array>()
  if (said.all.size > 0) rows.set('all:0', stateOf(said.all))
  const speakers = speakersIn(said, known)
  if (speakers.length > 0) rows.set(people, json(speakers))
  if (said.own.size > 0) rows.set(own, sealOwn(JSON.stringify([...said.own]), identity()))
  return new Map(rows.size > 0 ? [['review', rows]] : [])
}

/** Keeps who everybody was. Throws a Failure where the file cannot be written. */
export const keepSpeakers = (store: Pick<Store, 'keep'>, known: readonly Speaker[]): void =>
  store.keep('review', new Map([[people, json(known.map(namesOf))]]))

/** Authors whom no committee of this report names. */
export function readSpeakers(store: Pick<Store, 'kept'>): readonly Speaker[] {
  return z.array(Speaker).safeParse(parsed(store.kept('review').get(people))).data ?? []
}

/** Opens what is the person's own, where this is the computer on which it was said; else it stays as it is. */
export function takeOwn(store: Store, identity: () => Signer): void {
  const sealed = store.kept('review').get(own)
  if (!sealed || store.readOnly !== null) return
  try {
    const text = unsealOwn(sealed, identity())
    const records = Records.safeParse(parsed(text === null ? undefined : Buffer.from(text))).data
    if (!records) return
    store.keep(
      'review',
      new Map([
        ['own:0', stateOf(new Map(records))],
        [own, null],
      ]),
    )
  } catch (error) {
    // No key, or a disk that takes nothing: it is found again at the next opening.
    if (!(error instanceof Failure)) throw error
  }
}

const Records = z.array(z.tuple([z.string(), z.string()]))

/** Those who say something, or are named or asked. */
function speakersIn({ all, own: mine }: SaidForCopy, known: readonly Speaker[]): Speaker[] {
  const words = [...all.values(), ...mine.values()].join('\n')
  return known.filter(({ id }) => words.includes(JSON.stringify(id))).map(namesOf)
}

const namesOf = ({ id, name, unit }: Speaker): Speaker => ({ id, name, unit })

function stateOf(records: ReadonlyMap<string, string>): Uint8Array {
  const doc = new Doc()
  doc.transact(() => {
    for (const [id, record] of records) recordsIn(doc).set(id, record)
  })
  return encodeStateAsUpdate(doc)
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(Buffer.from(bytes).toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
