import { numberNotes, type NoteNumbers } from '../../shared/numbering/number-notes'
import { markParagraphs, type ParagraphMarks } from '../../shared/numbering/number-paragraphs'
import { numberSections, type SectionNumbers } from '../../shared/numbering/number-sections'
import { numberStyleOf } from '../../shared/print/number-style-of'
import type { Report } from '../../shared/report/report'
import { perObject } from '../../shared/util/per-object'

/** One text of a comparison with what is computed and not stored: numbers belong to the side on which they are read. */
export interface ComparedText {
  readonly report: Report
  readonly sections: SectionNumbers
  readonly marks: ParagraphMarks
  readonly notes: NoteNumbers
}

export const comparedText = perObject((report: Report): ComparedText => ({
  report,
  sections: numberSections(report.text, numberStyleOf(report.fields)),
  marks: markParagraphs(report.text),
  notes: numberNotes(report.text),
}))
