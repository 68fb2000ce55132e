import type { ImportWarning } from '../ipc/contract'
import { noteRefsIn } from '../numbering/number-notes'
import type { NumberStyle } from '../numbering/number-style'
import { profileOf } from '../print/profiles'
import { emptyFields, type Fields } from '../report/fields'
import type { NoteId } from '../report/ids'
import type { Report } from '../report/report'
import { buildBody } from './body/build-body'
import { changedNumbers } from './body/changed-numbers'
import { fileStyle } from './body/file-style'
import { importNotes, type ImportedNotes } from './body/import-notes'
import { intoSheets } from './body/into-sheets'
import { countReport } from './count-report'
import { takeBackMatter } from './front/back-matter'
import { takeFrontMatter, type FrontMatter } from './front/front-matter'
import { guessProfile } from './front/guess-profile'
import type { ImportResult } from './import-result'
import { itemsOf, type Item } from './lines/items'
import type { SourceDocument } from './source'
import { places, warnings } from './words'

/** A foreign file as a report. Every word of the file is in it, in fields, text, notes or tables; never throws. */
export function recognise(source: SourceDocument): ImportResult {
  const items = itemsOf(source.blocks)
  const plain = isPlain(items)
  const front = takeFrontMatter(items, plain)
  const back = takeBackMatter(front.rest)
  const notes = importNotes(source.notes)
  const missing = new Map<string, NoteId>()
  const refs = (id: string): NoteId => notes.ids.get(id) ?? missingNote(missing, notes, id)
  const body = buildBody([...front.left, ...back.rest], { plain, refs })
  const text = intoSheets(body.blocks)
  const profile = guessProfile(front.family, front.fields.date ?? '')
  const { style, fields } = styleFields(profile, fileStyle(body.headings))
  const report: Report = {
    fields: { ...emptyFields, ...front.fields, ...back.fields, ...fields, profile },
    text,
    notes: notes.bodies,
    indicators: body.indicators,
    options: body.options,
  }
  return {
    report,
    counts: { ...countReport(report), layoutTables: front.tables + back.tables },
    warnings: [
      ...source.warnings,
      ...leftWarnings(front),
      ...body.warnings,
      ...changedNumbers(text, style, body.headings),
      ...notes.warnings,
      ...noteWarnings(report, missing.size),
    ],
  }
}

/** Plain text: no weight, no place and no style anywhere. */
const isPlain = (items: readonly Item[]): boolean =>
  items.every(
    item =>
      item.kind === 'table' ||
      (item.paragraph.align === undefined &&
        item.paragraph.styleDepth === undefined &&
        item.paragraph.number === undefined &&
        item.inlines.every(inline => inline.kind !== 'text' || inline.marks.strong !== true)),
  )

function missingNote(missing: Map<string, NoteId>, notes: ImportedNotes, sourceId: string): NoteId {
  const known = missing.get(sourceId)
  if (known) return known
  const made = importNotes({ [sourceId]: [] })
  const [id, body] = [...made.bodies][0] ?? []
  if (!id || !body) throw new Error('A note without an id')
  notes.bodies.set(id, body)
  missing.set(sourceId, id)
  return id
}

/** The style of the file where it differs from the profile's own, else empty: what the profile says, it says. */
function styleFields(
  profile: string,
  found: ReturnType<typeof fileStyle>,
): { style: NumberStyle; fields: Pick<Fields, 'partStyle' | 'markStyle'> } {
  const own = profileOf(profile).numberStyle
  const style = { part: found.part ?? own.part, mark: found.mark ?? own.mark }
  return {
    style,
    fields: {
      partStyle: style.part === own.part ? '' : style.part,
      markStyle: style.mark === own.mark ? '' : style.mark,
    },
  }
}

const leftWarnings = (front: FrontMatter): ImportWarning[] =>
  front.left.map(line => ({
    code: 'front-kept',
    place: places.front,
    message: warnings.frontKept(line.text.slice(0, 80)),
  }))

function noteWarnings(report: Report, missing: number): ImportWarning[] {
  const referenced = new Set(noteRefsIn(report.text))
  const orphans = [...report.notes.keys()].flatMap((id, index) =>
    referenced.has(id)
      ? []
      : [{ code: 'note-unreferenced', place: places.note(index + 1), message: warnings.noteUnreferenced }],
  )
  const lost = { code: 'note-missing', place: places.document, message: warnings.noteMissing }
  return missing > 0 ? [...orphans, lost] : orphans
}
