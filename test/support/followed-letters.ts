import { XmlElement, XmlText, type Doc, type Map as YMap } from 'yjs'
import {
  bodyOf,
  fieldsOf,
  indicatorsOf,
  notesOf,
  optionsOf,
  rowsOf,
  textOf,
  wordingsOf,
} from '../../shared/sync/report-doc'
import { lettersIn } from './letters'

type Random = () => number

const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[Math.floor(random() * items.length)]

/** Every run of words in a replica: blocks, notes, wordings. */
function linesIn(body: Doc): XmlText[] {
  const lines: XmlText[] = []
  const visit = (parent: { toArray: () => unknown[] }): void => {
    for (const child of parent.toArray()) {
      if (child instanceof XmlText) lines.push(child)
      else if (child instanceof XmlElement) visit(child)
    }
  }
  visit(textOf(body))
  for (const note of notesOf(body).values()) visit(note)
  for (const options of optionsOf(body).values())
    for (const wording of wordingsOf(options).values()) visit(bodyOf(wording))
  return lines
}

function valuesIn(body: Doc): { record: YMap<string>; key: string }[] {
  const rows = [...indicatorsOf(body).values()].flatMap(table => [...rowsOf(table).values()])
  return [
    ...rows.flatMap(record => ['name', 'result'].map(key => ({ record, key }))),
    { record: fieldsOf(body), key: 'place' },
    { record: fieldsOf(body), key: 'title' },
  ]
}

/** Types a letter that nobody else types, somewhere in a report. */
export function typeLetter(body: Doc, letter: string, random: Random): void {
  const value = random() < 0.25 ? pick(valuesIn(body), random) : undefined
  if (value) {
    value.record.set(value.key, `${value.record.get(value.key) ?? ''}${letter}`)
    return
  }
  const line = pick(linesIn(body), random)
  line?.insert(Math.floor(random() * (line.length + 1)), `${letter} `)
}

/** Every letter that can be read in a replica. */
export function lettersOf(body: Doc): Set<string> {
  const words = linesIn(body).map(line =>
    (line.toDelta() as { insert: unknown }[]).map(run => String(run.insert)).join(''),
  )
  const values = valuesIn(body).map(({ record, key }) => record.get(key) ?? '')
  return new Set([...words, ...values].flatMap(lettersIn))
}

/** Everything in a replica, for comparing two of them. */
export const contentsOf = (body: Doc): unknown => ({
  text: textOf(body).toJSON(),
  notes: notesOf(body).toJSON(),
  indicators: indicatorsOf(body).toJSON(),
  options: optionsOf(body).toJSON(),
  fields: fieldsOf(body).toJSON(),
})
